package dev.tare.comparison;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What measures and lines are called in what is kept and answered: as in the API. */
public final class Ids {
    private Ids() {}

    /** A measure. */
    public static String of(Measure measure) {
        return switch (measure) {
            case COST -> "cost";
            case P99_MS -> "p99Ms";
            case BYTES_PER_MONTH -> "bytesPerMonth";
            case VCPU -> "vcpu";
            case MEMORY -> "memory";
        };
    }

    /** A measure by its name. */
    public static Optional<Measure> measure(String id) {
        return Arrays.stream(Measure.values()).filter(measure -> of(measure).equals(id)).findFirst();
    }

    /** A part of the tare. */
    public static String of(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
