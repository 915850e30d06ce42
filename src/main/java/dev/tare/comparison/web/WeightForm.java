package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the weight page may hold.
 *
 * @param shape      shapes beside today's
 * @param set        figures of the reader's own, {@code key=value}
 * @param calibrated whether money is put right by what is billed
 * @param change     the key of an assumption that is being changed
 * @param to         what it is changed to; nothing takes it back
 * @param fragment   whether only the content of the page is asked for
 */
record WeightForm(@Nullable List<String> shape, @Nullable String measure, @Nullable String a, @Nullable String b,
        @Nullable List<String> set, @Nullable Boolean calibrated, @Nullable String change, @Nullable String to,
        @Nullable Boolean fragment) {
    WeightQuery query(boolean todayIsOneProcess, Catalogue catalogue) {
        return WeightQuery.of(shape, measure, a, b, todayIsOneProcess,
                WhatIf.read(set, Boolean.TRUE.equals(calibrated), catalogue));
    }

    /** What is being changed; absent where nothing is. */
    @Nullable
    Typed typed(Catalogue catalogue) {
        return change == null || change.isBlank() ? null : Typed.of(change.strip(), to, catalogue);
    }

    boolean content() {
        return Boolean.TRUE.equals(fragment);
    }
}
