package dev.tare.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one of the options asked for cannot be.
 *
 * @param axis    where it was asked for; absent where there is no such axis
 * @param other   the axis of the option it cannot stand with; absent where it cannot be by itself
 * @param reason  a sentence
 * @param instead options of the other axis (or of its own, where there is no other) that would do
 */
public record Refusal(@Nullable Axis axis, @Nullable Axis other, String reason, List<Option> instead) {
    /** The list is copied. */
    public Refusal {
        instead = List.copyOf(instead);
    }

    static Refusal at(@Nullable Axis axis, String reason, List<Option> instead) {
        return new Refusal(axis, null, reason, instead);
    }
}
