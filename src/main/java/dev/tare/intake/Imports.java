package dev.tare.intake;

import dev.tare.estate.Cause;
import dev.tare.estate.Change;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.Merged.Item;
import dev.tare.intake.Preview.FoundCall;
import dev.tare.intake.Progress.Stage;
import dev.tare.intake.cost.Costing;
import dev.tare.intake.cost.Rule;
import dev.tare.intake.names.Proposal;
import dev.tare.site.Conflict;
import dev.tare.site.NotFound;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Imports files, or what running systems answer, into an estate: at once for programs, with a look in between for people. */
@Service
public class Imports {
    private final Intake intake;
    private final Estates estates;
    private final ImportRecords records;
    private final Aliases aliases;
    private final TransactionOperations transaction;

    Imports(Intake intake, Estates estates, ImportRecords records, Aliases aliases,
            TransactionOperations transaction) {
        this.intake = intake;
        this.estates = estates;
        this.records = records;
        this.aliases = aliases;
        this.transaction = transaction;
    }

    /** Reads what is given and, unless it is a dry run, applies them. Calls that people left out before stay out. */
    public Outcome run(String slug, Given given, boolean dryRun) {
        Snapshot estate = estates.get(slug);
        Draft draft = read(estate, given);
        UUID id = records.add(slug, draft);
        Set<CallName> leftOut = records.leftOut(slug);
        EstateDocument wanted = without(draft.document(), leftOut);
        Joined joined = dryRun
                ? join(slug, estate.document(), wanted, draft)
                : apply(slug, id, draft, current -> join(slug, current, wanted, draft));
        Merged merged = joined.merged();
        List<Finding> findings = new ArrayList<>(merged.findings());
        findings.addAll(draft.findings());
        draft.document().calls().stream().map(CallName::of).filter(leftOut::contains).distinct()
                .forEach(call -> findings.add(stillOut(call)));
        return new Outcome(id, !dryRun, draft.files(), joined.costing().stated(draft.document()),
                dryRun ? merged.document() : null, merged.added(), merged.changed(), merged.unchanged(), findings,
                joined.costing().bills(), alike(slug, merged));
    }

    /** What looks like one service in the outcome, as far as the import spoke of it. */
    private List<Proposal> alike(String slug, Merged merged) {
        Set<String> spokenOf = Stream.of(merged.added(), merged.changed(), merged.unchanged()).flatMap(List::stream)
                .filter(item -> item.kind().equals("service")).map(Item::name).collect(Collectors.toSet());
        return aliases.proposals(slug, merged.document()).stream()
                .filter(one -> spokenOf.contains(one.name()) || spokenOf.contains(one.into())).toList();
    }

    private Draft read(Snapshot estate, Given given) {
        Draft draft = given.read(intake, estate.document());
        given.progress().at(Stage.COMPARING, "", 0, 0);
        EstateDocument read = draft.document();
        EstateDocument named = read.stating(estate.document().name(), read.currency(), read.today());
        return new Draft(named, draft.files(), draft.findings(), draft.bills());
    }

    /** An estate with a draft in it, and what its bills came to. */
    private record Joined(Merged merged, Costing costing) {}

    private Joined join(String slug, EstateDocument current, EstateDocument wanted, Draft draft) {
        Merged merged = Merge.into(current, wanted);
        Costing costing = Costing.of(merged.document(), draft.bills(), records.costRules(slug), estates.currencies());
        return new Joined(CostMerge.into(merged, costing), costing);
    }

    private Joined apply(String slug, UUID id, Draft draft, Function<EstateDocument, Joined> join) {
        AtomicReference<Joined> result = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            AtomicReference<EstateDocument> found = new AtomicReference<>();
            long before = estates.version(slug);
            Snapshot after = estates.change(slug, cause(id, draft), current -> {
                found.set(current);
                result.set(join.apply(current));
                return result.get().merged().document();
            });
            records.applied(id, result.get().merged());
            records.keep(id, Math.min(before, after.version()), after.version(),
                    Change.between(Objects.requireNonNull(found.get()), after.document()));
        });
        return result.get();
    }

    private static Cause cause(UUID id, Draft draft) {
        return Cause.imported(String.join(", ", draft.files().stream().map(FileRead::name).toList()), id);
    }

    private static Finding stillOut(CallName call) {
        return Finding.of(Severity.INFO, "left-out-before",
                "The call " + call.from() + " → " + call.to() + " was left out of an earlier import and stays out.",
                "Take it in on the import page, or add it by hand.");
    }

    /** Reads what is given and keeps the draft until it is applied. */
    public UUID prepare(String slug, Given given) {
        return records.add(slug, read(estates.get(slug), given));
    }

    /** What a kept draft would change now. */
    public Preview preview(String slug, UUID id) {
        Snapshot estate = estates.get(slug);
        Draft draft = waiting(slug, id);
        Joined joined = join(slug, estate.document(), draft.document(), draft);
        return new Preview(id, estate, draft, joined.merged(), calls(estate.document(), draft.document(),
                records.leftOut(slug)), joined.costing().bills(), records.costRules(slug),
                alike(slug, joined.merged()));
    }

    private Draft waiting(String slug, UUID id) {
        return records.waiting(slug, id).orElseThrow(
                () -> new NotFound("This import is no longer waiting: it was applied, discarded or is too old."));
    }

    private static List<FoundCall> calls(EstateDocument estate, EstateDocument draft, Set<CallName> leftOut) {
        Map<String, String> names = KnownJoins.names(estate, draft);
        Set<List<String>> known = new HashSet<>(estate.calls().stream().map(Merge::key).toList());
        return IntStream.range(0, draft.calls().size()).mapToObj(index -> {
            Call call = draft.calls().get(index);
            Call here = call.between(names.getOrDefault(call.from(), call.from()),
                    names.getOrDefault(call.to(), call.to()));
            return new FoundCall(index, here.from(), here.to(), Merge.kind(call),
                    call.provenance().stream().filter(Claims::isTelling).toList(), !known.contains(Merge.key(here)),
                    leftOut.contains(CallName.of(call)));
        }).toList();
    }

    /**
     * Applies a kept draft without the calls at these places of it.
     *
     * @throws Conflict when the estate is no longer at the version that was looked at
     */
    public Merged apply(String slug, UUID id, long version, Set<Integer> leaveOut) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Draft draft = waiting(slug, id);
            decide(slug, draft.document(), leaveOut);
            EstateDocument before = estates.get(slug).document();
            Merged merged = join(slug, before, without(draft.document(), records.leftOut(slug)), draft).merged();
            Snapshot after = estates.replace(slug, version, cause(id, draft), merged.document());
            if (!records.applied(id, merged)) {
                throw new Conflict("This import was just applied.", Long.toString(version));
            }
            records.keep(id, version, after.version(), Change.between(before, after.document()));
            return merged;
        }));
    }

    private void decide(String slug, EstateDocument draft, Set<Integer> leaveOut) {
        for (int index = 0; index < draft.calls().size(); index++) {
            CallName call = CallName.of(draft.calls().get(index));
            if (leaveOut.contains(index)) {
                records.leaveOut(slug, call);
            } else {
                records.takeAgain(slug, call);
            }
        }
    }

    private static EstateDocument without(EstateDocument draft, Set<CallName> leftOut) {
        List<Call> calls = draft.calls().stream().filter(call -> !leftOut.contains(CallName.of(call))).toList();
        return draft.withCalls(calls);
    }

    /** Keeps rules about whose money it is, for this and later imports into the estate. */
    public void ruleCosts(String slug, List<Rule> rules) {
        estates.version(slug);
        records.setCostRules(slug, rules);
    }

    /** Forgets a kept draft. */
    public void discard(String slug, UUID id) {
        records.discard(slug, id);
    }

    /** The imports that were applied, the last one first. */
    public List<PastImport> past(String slug) {
        return records.past(slug);
    }

    /** Who reads what, by the format's name. */
    public List<FormatReader> readers() {
        return intake.readers();
    }
}
