package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Models.Model;
import dev.tare.engine.Assumptions;
import dev.tare.engine.CallGraph;
import dev.tare.engine.CallTares;
import dev.tare.engine.Journey;
import dev.tare.engine.Journey.Band;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates.State;
import dev.tare.site.NotFound;
import java.util.List;
import org.springframework.stereotype.Service;

/** What every call of an estate weighs under a scenario, and where the time of its requests goes. */
@Service
public class CallWeights {
    private static final int REMEMBERED = 128;

    private final Catalogue catalogue;
    private final Weighing weighing;
    private final Remembered<Key, Weighed> known = new Remembered<>(REMEMBERED);
    private final Remembered<Trip, Journey> journeys = new Remembered<>(REMEMBERED);

    /** Weighs by the coefficients of this catalogue. */
    public CallWeights(Catalogue catalogue, Weighing weighing) {
        this.catalogue = catalogue;
        this.weighing = weighing;
    }

    private record Key(State estate, Question question) {}

    private record Trip(State estate, Question question, int service, Band band) {}

    /**
     * The calls of one scenario.
     *
     * @param shape    what the shape is called
     * @param units    for each service by position its unit
     * @param currency of the money
     * @param calls    as the engine sees them: from and to by position, start-up order left out
     * @param tares    what they carry, in the estate's currency a month
     */
    public record Weighed(Question.Ask ask, String shape, Grouping grouping, int[] units, boolean today,
            String currency, List<CallGraph.Call> calls, CallTares tares) {}

    /** The calls of the question's first scenario. */
    public Weighed of(Snapshot estate, Question question) {
        return known.of(new Key(estate.state(), question), () -> weigh(estate, question));
    }

    private Weighed weigh(Snapshot estate, Question question) {
        Model model = weighing.model(estate);
        Asked asked = weighing.asked(model, question).getFirst();
        Assumptions assumptions = catalogue.assumptions().with(asked.fixed());
        String currency = Weighing.currency(model.estate());
        CallTares tares = InCurrency.of(currency, asked)
                .calls(weighing.model(estate, asked).engine().calls(asked.scenario(), assumptions));
        return new Weighed(asked.ask(), asked.shapeName(), asked.grouping(), asked.scenario().units(),
                asked.scenario().today(), currency, model.graph().calls(), tares);
    }

    /**
     * Where the time of requests goes under the question's first scenario: of those that arrive at a service, or on average
     * of all requests where it is negative.
     *
     * @throws NotFound when nothing arrives at that service
     */
    public Journey journey(Snapshot estate, Question question, int service, Band band) {
        return journeys.of(new Trip(estate.state(), question, service, band), () -> {
            Model model = weighing.model(estate);
            Asked asked = weighing.asked(model, question).getFirst();
            if (service >= 0 && !of(estate, question).tares().structure().entries().containsKey(service)) {
                throw new NotFound("No requests come in at this service.");
            }
            return weighing.model(estate, asked).engine().journey(asked.scenario(),
                    asked.fixedIn(catalogue.assumptions().likely()), service,
                    band);
        });
    }
}
