package dev.tare.comparison.web;

import dev.tare.comparison.Quantiles;
import dev.tare.engine.Dimension;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.site.Figures;

/** Writes amounts of a measure for people, money in the estate's currency. */
record Writer(Figures figures, String currency) {
    String amount(Measure measure, double value) {
        return switch (measure) {
            case COST -> figures.money(value, currency);
            case P99_MS -> figures.ms(value);
            case BYTES_PER_MONTH -> figures.bytes(value);
            case VCPU -> figures.vcpu(value);
            case MEMORY -> figures.memory(value);
        };
    }

    String range(Measure measure, Range range) {
        return figures.range(range.low(), range.high(),
                (coarse, value) -> new Writer(coarse, currency).amount(measure, value));
    }

    /** From what 10 to what 90 of 100 draws stay below. */
    String range(Measure measure, Quantiles drawn) {
        return range(measure, new Range(drawn.p10(), drawn.p50(), drawn.p90()));
    }

    String signed(Measure measure, double value) {
        return figures.signed(value, size -> amount(measure, size));
    }

    /** A number that went into a figure, with its unit; bytes that are no memory count in thousands. */
    String input(String name, Dimension dimension, double value) {
        return switch (dimension) {
            case NUMBER -> figures.number(value);
            case VCPU -> figures.vcpu(value);
            case BYTES -> name.contains("memory") ? figures.memory(value) : figures.bytes(value);
            case MS -> figures.ms(value);
            case BYTES_PER_SECOND -> figures.bytes(value) + "/s";
            case USD -> figures.money(value, "USD");
            case HOURS, CPU_MS, FTE -> figures.with(value, Words.unit(dimension));
            default -> figures.money(value, "USD") + " " + Words.unit(dimension).replaceFirst("USD/", "per ");
        };
    }
}
