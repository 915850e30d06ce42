package dev.tare.comparison.web;

import dev.tare.comparison.validation.CaseResult.Check;
import dev.tare.comparison.validation.PublishedCase.Expected;
import dev.tare.comparison.validation.Quantity;
import dev.tare.comparison.validation.Tolerance;
import dev.tare.site.Figures;

/**
 * A published figure beside the computed one.
 *
 * @param verdict  inside or outside, in a word
 * @param lookedUp whether no formula was put to the test
 */
record Held(String name, String published, String tolerance, String computed, boolean inside, String verdict,
        boolean lookedUp, String origin, String formula, String outside) {
    private static final double PERCENT = 100;

    static Held of(Check check, String formula, Figures figures) {
        Expected expected = check.expected();
        return new Held(expected.name(), published(expected, figures), words(expected, figures),
                write(expected.unit(), check.computed(), figures), check.inside(),
                check.inside() ? "inside" : "outside", expected.lookedUp(), expected.origin(), formula,
                expected.outside());
    }

    /** A figure with its unit. */
    static String write(Quantity unit, double value, Figures figures) {
        return switch (unit) {
            case VCPU -> figures.vcpu(value);
            case MS -> figures.ms(value);
            case BYTES -> figures.bytes(value);
            case MEMORY -> figures.memory(value);
            case USD -> figures.money(value, "USD");
            case SHARE -> figures.with(PERCENT * value, "%");
            case MONTHS -> figures.with(value, "months");
            case FTE -> figures.with(value, "FTE");
            // What is counted is held to its last digit.
            case NUMBER -> value == Math.rint(value) ? figures.count((long) value) : figures.number(value);
        };
    }

    private static String published(Expected expected, Figures figures) {
        String value = write(expected.unit(), expected.published(), figures);
        return switch (expected.tolerance()) {
            case Tolerance.AtLeast _ -> "at least " + value;
            case Tolerance.LessThan _ -> "less than " + value;
            case Tolerance.Between between -> write(expected.unit(), between.low(), figures) + " \u2013 "
                    + write(expected.unit(), between.high(), figures);
            default -> value;
        };
    }

    private static String words(Expected expected, Figures figures) {
        return switch (expected.tolerance()) {
            case Tolerance.Exact _ -> "exact";
            case Tolerance.Decimals rounded -> "to " + rounded.decimals() + " decimals";
            case Tolerance.Relative relative -> "\u00b1 " + figures.with(PERCENT * relative.share(), "%");
            case Tolerance.Absolute absolute -> "\u00b1 " + figures.with(PERCENT * absolute.amount(), "points");
            case Tolerance.Times times -> "within " + figures.number(times.factor()) + " times";
            case Tolerance.AtLeast _,Tolerance.LessThan _,Tolerance.Between _ -> "";
        };
    }
}
