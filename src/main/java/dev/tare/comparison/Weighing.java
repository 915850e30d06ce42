package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.engine.AmplifyingCycle;
import dev.tare.engine.Assumptions;
import dev.tare.engine.Bill;
import dev.tare.engine.Engine;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** Answers questions about estates, and remembers the answers for as long as the estate stays as it is. */
@Service
public class Weighing {
    private static final int REMEMBERED = 256;

    private final Catalogue catalogue;
    private final DrawnCosts drawn = new DrawnCosts();
    private final Remembered<Key, Answer> answers = new Remembered<>(REMEMBERED);

    /** Weighs by the coefficients of this catalogue. */
    public Weighing(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private record Key(String slug, long version, Question question) {}

    /**
     * The bills of every scenario asked for.
     *
     * @throws Invalid when the question does not fit the estate or the catalogue, or the calls multiply without end
     */
    public Answer weigh(Snapshot estate, Question question) {
        return answers.of(new Key(estate.slug(), estate.version(), question),
                () -> answer(estate.document(), question));
    }

    private Answer answer(EstateDocument estate, Question question) {
        EngineMapping mapping = new EngineMapping(catalogue, estate);
        try {
            List<Asked> asked = new Resolution(catalogue, estate, mapping).all(question);
            Optional<Asked> today = today(estate, mapping);
            Engine engine = new Engine(mapping.graph(estate), catalogue.assumptions());
            int draws = DrawnCosts.affordable(question.draws(), asked.size() * estate.services().size());
            double[][] costs = drawn.of(engine, asked, catalogue.assumptions(), draws, question.seed());
            List<Answer.Weighed> weighed = IntStream.range(0, asked.size())
                    .mapToObj(i -> weighed(estate, mapping, engine, today, asked.get(i), costs[i])).toList();
            return new Answer(currency(estate), new Question(question.scenarios(), draws, question.seed()), weighed,
                    comparisons(weighed, costs));
        } catch (AmplifyingCycle cycle) {
            throw Advising.endless(cycle);
        }
    }

    /** What runs now, which is where a move starts; nothing where what the estate states of it cannot stand. */
    private Optional<Asked> today(EstateDocument estate, EngineMapping mapping) {
        try {
            return new Resolution(catalogue, estate, mapping).all(Question.of(List.of(Question.Ask.today()))).stream()
                    .findFirst();
        } catch (Invalid _) {
            return Optional.empty();
        }
    }

    private Answer.Weighed weighed(EstateDocument estate, EngineMapping mapping, Engine engine, Optional<Asked> today,
            Asked asked, double[] costs) {
        Bill bill = InCurrency.of(currency(estate), asked.usdPerUnit()).bill(engineFor(estate, mapping, engine, asked)
                .weigh(asked.scenario()));
        return new Answer.Weighed(asked.ask(), asked.shapeName(), asked.options(), asked.grouping(),
                asked.scenario().units(), asked.scenario().today(), bill, DrawnCosts.middle(costs),
                GivesOf.scenario(catalogue, estate, engine, asked, today),
                asked.scenario().today() ? calibration(estate, bill) : OptionalDouble.empty());
    }

    private Engine engineFor(EstateDocument estate, EngineMapping mapping, Engine engine, Asked asked) {
        if (asked.fixed().isEmpty()) {
            return engine;
        }
        Assumptions changed = catalogue.assumptions().with(asked.fixed());
        return new Engine(mapping.graph(estate), changed);
    }

    private static List<Answer.Comparison> comparisons(List<Answer.Weighed> weighed, double[][] costs) {
        List<Answer.Comparison> comparisons = new ArrayList<>();
        for (int a = 0; a < weighed.size(); a++) {
            for (int b = a + 1; b < weighed.size(); b++) {
                for (Measure measure : Measure.values()) {
                    double less = measure == Measure.COST
                            ? Chance.ofDraws(costs[a], costs[b])
                            : Chance.ofBounds(gross(weighed.get(a), measure), gross(weighed.get(b), measure));
                    comparisons.add(new Answer.Comparison(weighed.get(a).name(), weighed.get(b).name(), measure, less));
                }
            }
        }
        return comparisons;
    }

    private static dev.tare.engine.Range gross(Answer.Weighed weighed, Measure measure) {
        return Amounts.of(weighed.bill().gross(), measure);
    }

    private static OptionalDouble calibration(EstateDocument estate, Bill bill) {
        double billed = estate.services().stream().flatMap(service -> service.costs().stream())
                .mapToDouble(cost -> cost.monthly() == null ? 0 : cost.monthly().doubleValue()).sum();
        return billed > 0
                ? OptionalDouble.of(Amounts.of(bill.gross(), Measure.COST).likely() / billed)
                : OptionalDouble.empty();
    }

    /** The estate's currency; US dollars when it states none. */
    static String currency(EstateDocument estate) {
        String stated = estate.currency();
        return stated == null || stated.isBlank() ? "USD" : stated;
    }
}
