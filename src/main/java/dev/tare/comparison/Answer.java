package dev.tare.comparison;

import dev.tare.catalogue.Option;
import dev.tare.comparison.Question.Look;
import dev.tare.engine.Bill;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The bills of a question, in its order; money in the estate's currency.
 *
 * @param currency    of every amount
 * @param weighed     one for each scenario
 * @param comparisons every pair of scenarios in every measure
 * @param looked      what was to be looked at more closely
 */
public record Answer(String currency, Question question, List<Weighed> weighed, List<Comparison> comparisons,
        List<Looked> looked) {
    /** The lists are copied. */
    public Answer {
        weighed = List.copyOf(weighed);
        comparisons = List.copyOf(comparisons);
        looked = List.copyOf(looked);
    }

    /** What a closer look showed, where it was asked for. */
    public Optional<Looked> looked(Look look) {
        return looked.stream().filter(each -> each.look().equals(look)).findFirst();
    }

    /**
     * One scenario, weighed.
     *
     * @param ask         as it was asked
     * @param shape       what the shape is called
     * @param options     one option for each axis
     * @param grouping    the grouping it came to
     * @param units       for each service by position its unit
     * @param today       whether it is what runs now
     * @param outlook     what it weighs over the draws of all assumptions
     * @param gives       what the weight buys
     * @param calibration modelled divided by billed, where it runs now and hosting costs are registered
     */
    public record Weighed(Question.Ask ask, String shape, List<Option> options, Grouping grouping, int[] units,
            boolean today, Bill bill, Outlook outlook, Gives gives, OptionalDouble calibration) {
        /** The scenario's name. */
        public String name() {
            return ask.name();
        }

        /** The range of its gross that people are shown: of the draws, or its bounds where a measure was not drawn. */
        public Quantiles gross(Measure measure) {
            return outlook.gross(measure).orElseGet(() -> {
                Range bounds = Amounts.of(bill.gross(), measure);
                return new Quantiles(bounds.low(), bounds.likely(), bounds.high());
            });
        }
    }

    /** How likely it is that one scenario's gross is less than another's; a tie counts half. */
    public record Comparison(String a, String b, Measure measure, double probabilityALess) {}

    /** The scenario of that name. */
    public Weighed named(String name) {
        return weighed.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** How likely it is that scenario {@code a} is less than {@code b}, from the pair in either order. */
    public double probabilityLess(String a, String b, Measure measure) {
        return comparisons.stream().filter(each -> each.measure() == measure).filter(each -> each.a().equals(a)
                && each.b().equals(b) || each.a().equals(b) && each.b().equals(a)).findFirst()
                .map(each -> each.a().equals(a) ? each.probabilityALess() : 1 - each.probabilityALess()).orElse(0.5);
    }
}
