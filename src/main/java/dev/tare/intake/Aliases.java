package dev.tare.intake;

import dev.tare.estate.Cause;
import dev.tare.estate.Change;
import dev.tare.estate.Change.Step;
import dev.tare.estate.Change.Taken;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.intake.names.Proposal;
import dev.tare.intake.names.Proposals;
import dev.tare.site.NotFound;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Services that look like one: what to ask people, what they said, and what comes of it. */
@Service
public class Aliases {
    private final Estates estates;
    private final NameRecords records;

    Aliases(Estates estates, NameRecords records) {
        this.estates = estates;
        this.records = records;
    }

    /**
     * Where an estate stands.
     *
     * @param proposals pairs that nobody spoke of yet
     * @param decided   what was said so far, the last first
     */
    public record Standing(List<Proposal> proposals, List<NameDecision> decided) {
        /** Lists are copied. */
        public Standing {
            proposals = List.copyOf(proposals);
            decided = List.copyOf(decided);
        }
    }

    /** What looks like one service, and what was said. */
    @Transactional(readOnly = true)
    public Standing standing(String slug) {
        return new Standing(proposals(slug, estates.get(slug).document()), records.list(slug));
    }

    /** What looks like one service in a document that an estate has or is about to have. */
    List<Proposal> proposals(String slug, EstateDocument document) {
        return Proposals.of(document, records.refused(slug));
    }

    /** Takes answers in. Ids of what is no proposal any more are passed over: it was answered before, or renamed. */
    @Transactional
    public void decide(String slug, Set<String> accept, Set<String> refuse) {
        List<Proposal> asked = proposals(slug, estates.get(slug).document());
        asked.stream().filter(proposal -> refuse.contains(proposal.id()) && !accept.contains(proposal.id()))
                .forEach(proposal -> records.add(slug, proposal, null));
        asked.stream().filter(proposal -> accept.contains(proposal.id())).forEach(proposal -> join(slug, proposal));
    }

    private void join(String slug, Proposal proposal) {
        AtomicReference<EstateDocument> before = new AtomicReference<>();
        EstateDocument after = estates.change(slug, Cause.edit(proposal.name() + " is " + proposal.as()), current -> {
            before.set(current);
            return Joining.accept(current, List.of(proposal));
        }).document();
        records.add(slug, proposal, Change.between(Objects.requireNonNull(before.get()), after));
        records.moveCosts(slug, proposal.name(), proposal.as());
        records.moveCosts(slug, proposal.into(), proposal.as());
    }

    /** Makes two again of what was joined, or asks again what was refused. What stays joined because it was edited since. */
    @Transactional
    public List<Step> takeBack(String slug, String id) {
        NameDecision decision = records.find(slug, id).orElseThrow(() -> new NotFound("Nobody decided that."));
        AtomicReference<List<Step>> kept = new AtomicReference<>(List.of());
        records.change(slug, id).ifPresent(change -> estates.change(slug,
                Cause.edit(decision.name() + " is not " + decision.into() + " after all"), current -> {
                    Taken taken = change.takenFrom(current);
                    kept.set(taken.kept());
                    return taken.document();
                }));
        records.forget(slug, id);
        return Objects.requireNonNull(kept.get());
    }
}
