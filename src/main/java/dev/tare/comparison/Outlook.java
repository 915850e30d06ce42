package dev.tare.comparison;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a scenario weighs over the draws of all assumptions, money in the estate's currency. Where a bill's likely
 * figures are worked out with every assumption at its likely value, these say what to expect when all of them vary at
 * once. Middles do not add up; figures of one draw do.
 *
 * <p>A measure that was not drawn, time in a very large estate, is in none of them.
 *
 * @param lines     the parts of the tare
 * @param tareShare tare as a share of gross in money
 */
public record Outlook(Map<Measure, Quantiles> gross, Map<Measure, Quantiles> net, Map<Measure, Quantiles> tare,
        Map<Part, Map<Measure, Quantiles>> lines, Quantiles tareShare) {
    /** Gross in a measure. */
    public Optional<Quantiles> gross(Measure measure) {
        return Optional.ofNullable(gross.get(measure));
    }

    /** A part of the tare in a measure. */
    public Optional<Quantiles> line(Part part, Measure measure) {
        return Optional.ofNullable(lines.getOrDefault(part, Map.of()).get(measure));
    }

    static Outlook of(Sample sample) {
        Map<Part, Map<Measure, Quantiles>> lines = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            lines.put(part, each(measure -> sample.part(part, measure)));
        }
        return new Outlook(each(sample::gross), each(sample::net), each(sample::tare), lines,
                Quantiles.of(sample.tareShare()));
    }

    private static Map<Measure, Quantiles> each(Function<Measure, double[]> drawn) {
        Map<Measure, Quantiles> quantiles = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            double[] values = drawn.apply(measure);
            if (values.length > 0) {
                quantiles.put(measure, Quantiles.of(values));
            }
        }
        return quantiles;
    }
}
