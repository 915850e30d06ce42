package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.CallWeights;
import dev.tare.comparison.CallWeights.Weighed;
import dev.tare.comparison.Diagnosis;
import dev.tare.comparison.Narrowing;
import dev.tare.comparison.Question;
import dev.tare.comparison.ServiceWeights;
import dev.tare.engine.Journey.Band;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Figures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts the label of a service together. */
@Component
class LabelPages {
    private static final Question TODAY = Question.of(List.of(Question.Ask.today()));

    private final Catalogue catalogue;
    private final Clock clock;
    private final ServiceWeights weights;
    private final CallWeights calls;
    private final Asked asked;

    /** What else is asked of the estate. */
    @Component
    record Asked(Narrowing narrowing, Diagnosis diagnosis) {}

    LabelPages(Catalogue catalogue, Clock clock, ServiceWeights weights, CallWeights calls, Asked asked) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.weights = weights;
        this.calls = calls;
        this.asked = asked;
    }

    /** A label; what changed of the service is for the caller to add. */
    record Label(String slug, String name, LabelFacts facts, LabelServing serving, LabelIngredients ingredients,
            LabelCalls calls, FindingRows found, List<LabelMissing> missing) {}

    Label of(Snapshot estate, String name) {
        Writer writer = new Writer(Figures.forViewer(),
                Objects.requireNonNullElse(estate.document().currency(), "USD"));
        Labelled labelled = Labelled.of(estate, name, catalogue, writer);
        Weighed weighed = calls.of(estate, TODAY);
        return new Label(estate.slug(), name, LabelFacts.of(labelled, LocalDate.now(clock)),
                LabelServing.of(labelled, weights.of(estate), weighed), LabelIngredients.of(labelled),
                LabelCalls.of(labelled, weighed, calls.journey(estate, TODAY, -1, Band.ALL)),
                TeamPage.findings(estate, asked.diagnosis().of(estate), List.of(name), writer.figures()),
                asked.narrowing().of(estate, List.of(name)).stream().map(gap -> LabelMissing.of(gap, labelled))
                        .toList());
    }
}
