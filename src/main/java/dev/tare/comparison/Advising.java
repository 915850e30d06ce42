package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.engine.AmplifyingCycle;
import dev.tare.engine.Contradiction;
import dev.tare.engine.Engine;
import dev.tare.engine.MergeAdvice;
import dev.tare.engine.MergeQuestion;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.State;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.util.List;
import org.springframework.stereotype.Service;

/** Says which services of an estate to merge, and remembers the answers for as long as the estate stays as it is. */
@Service
public class Advising {
    private static final int REMEMBERED = 64;

    private final Catalogue catalogue;
    private final Remembered<Key, Advised> answers = new Remembered<>(REMEMBERED);

    /** Advises by the coefficients of this catalogue. */
    public Advising(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private record Key(State estate, AdviceQuestion question) {}

    /**
     * The whole path of merges with its best plan.
     *
     * @throws Invalid when the question does not fit the estate or the catalogue, or its rules contradict each other
     */
    public Advised advise(Snapshot estate, AdviceQuestion question) {
        return answers.of(new Key(estate.state(), question),
                () -> answer(estate.document(), question));
    }

    private Advised answer(EstateDocument estate, AdviceQuestion question) {
        if (estate.services().isEmpty()) {
            throw new Invalid("There is nothing to merge yet.",
                    List.of(Problem.at("services", "at least one service", "none")));
        }
        EngineMapping mapping = new EngineMapping(catalogue, estate);
        Resolution resolution = new Resolution(catalogue, estate, mapping);
        Resolution.Merging merging = resolution.merging(question);
        MergeAdvice merges = merges(mapping, merging.question(), estate);
        return new Advised(Weighing.currency(estate), question, merging.asked().shapeName(),
                merging.question().runs(), merging.question().today(),
                InCurrency.of(Weighing.currency(estate), merging.asked().usdPerUnit()).advice(merges, question.aim()),
                estate.services().stream().map(EstateDocument.Service::name).toList());
    }

    private MergeAdvice merges(EngineMapping mapping, MergeQuestion question, EstateDocument estate) {
        try {
            return new Engine(mapping.graph(estate), catalogue.assumptions()).advise(question);
        } catch (AmplifyingCycle cycle) {
            throw endless(cycle);
        } catch (Contradiction contradiction) {
            throw new Invalid("These rules cannot be kept at once.", contradiction.blockers().stream()
                    .map(blocker -> Problem.at("together", "services that no other rule keeps apart",
                            estate.services().get(Math.max(0, blocker.a())).name() + " and "
                                    + estate.services().get(Math.max(0, blocker.b())).name()))
                    .toList());
        }
    }

    /** The refusal of calls that feed on themselves. */
    static Invalid endless(AmplifyingCycle cycle) {
        String services = String.join(" → ", cycle.services());
        return new Invalid("These calls feed on themselves, so their traffic has no end: " + services + ".",
                List.of(Problem.at("calls", "each round of a cycle causes less than one further round", services)));
    }
}
