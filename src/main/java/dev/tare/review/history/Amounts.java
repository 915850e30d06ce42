package dev.tare.review.history;

import dev.tare.comparison.Ids;
import dev.tare.site.Figures;

/** Amounts of a measure as people read them, money in one currency. */
record Amounts(String currency, Figures figures) {
    /** Whether a measure counts what a month brings. */
    static boolean monthly(String measure) {
        return measure.equals("cost") || measure.equals("bytesPerMonth");
    }

    /** What a measure is called. */
    static String name(String measure) {
        return switch (Ids.measure(measure).orElseThrow()) {
            case COST -> "Money a month";
            case P99_MS -> "One request, p99";
            case BYTES_PER_MONTH -> "Shipped a month";
            case VCPU -> "vCPU";
            case MEMORY -> "Memory";
        };
    }

    String of(String measure, double value) {
        return of(figures, measure, value);
    }

    private String of(Figures writing, String measure, double value) {
        return switch (Ids.measure(measure).orElseThrow()) {
            case COST -> writing.money(value, currency);
            case P99_MS -> writing.ms(value);
            case BYTES_PER_MONTH -> writing.bytes(value);
            case VCPU -> writing.vcpu(value);
            case MEMORY -> writing.memory(value);
        };
    }

    String signed(String measure, double value) {
        return figures.signed(value, size -> of(measure, size));
    }

    String range(String measure, double low, double high) {
        return figures.range(low, high, (writing, value) -> of(writing, measure, value));
    }
}
