package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Models.Model;
import dev.tare.engine.AmplifyingCycle;
import dev.tare.engine.MergeAdvice;
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
    private final Models models;
    private final Sampling sampling;
    private final Remembered<Key, Advised> answers = new Remembered<>(REMEMBERED);

    /** Advises by the coefficients of this catalogue. */
    public Advising(Catalogue catalogue) {
        this.catalogue = catalogue;
        models = new Models(catalogue);
        sampling = new Sampling(catalogue.assumptions());
    }

    private record Key(State estate, AdviceQuestion question) {}

    /**
     * The whole path of merges with its best plan.
     *
     * @throws Invalid when the question does not fit the estate or the catalogue, or its rules contradict each other
     */
    public Advised advise(Snapshot estate, AdviceQuestion question) {
        return answers.of(new Key(estate.state(), question),
                () -> answer(estate, question));
    }

    /** The currency money is asked and answered in. */
    public static String currency(Snapshot estate) {
        return Weighing.currency(estate.document());
    }

    private Advised answer(Snapshot snapshot, AdviceQuestion question) {
        EstateDocument estate = snapshot.document();
        if (estate.services().isEmpty()) {
            throw new Invalid("There is nothing to merge yet.",
                    List.of(Problem.at("services", "at least one service", "none")));
        }
        Resolution.Merging merging = new Resolution(catalogue, estate, models.of(snapshot).mapping()).merging(question);
        Model model = models.of(snapshot, merging.asked());
        Keeping kept = Keeping.ask(model.engine(), estate, merging.question(), question);
        MergeAdvice usd = kept.advice();
        MergeAdvice merges = InCurrency.of(Weighing.currency(estate), merging.asked()).advice(usd, question.aim());
        Judging judging = new Judging(catalogue, model, merging.asked(), merging.question(), usd);
        Worth worth = judging.worth(sampling);
        return new Advised(Weighing.currency(estate), question, merging.asked().shapeName(),
                merging.question().runs(), merging.question().today(), merges,
                Judging.verdict(merges.advice(), worth), worth, judging.buying(),
                kept.unkept(), estate.services().stream().map(EstateDocument.Service::name).toList());
    }

    /** The refusal of calls that feed on themselves. */
    static Invalid endless(AmplifyingCycle cycle) {
        String services = String.join(" → ", cycle.services());
        return new Invalid("These calls feed on themselves, so their traffic has no end: " + services + ".",
                List.of(Problem.at("calls", "each round of a cycle causes less than one further round", services)));
    }
}
