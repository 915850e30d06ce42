package dev.tare.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A coefficient or a fact, and where it comes from. One without all three figures informs; no bill uses it.
 *
 * @param key       unique, dotted
 * @param what      what it is a figure of, in plain words
 * @param low       lower bound, in {@code unit}
 * @param likely    most likely value
 * @param high      upper bound
 * @param unit      the unit of the three figures
 * @param statement what it says where that is not a number
 * @param asOf      date or release it holds for
 * @param source    who says so
 * @param locator   where in the source
 * @param how       how it was obtained
 * @param note      what a reader should know before believing it
 * @param rises     whether a higher value makes a bill heavier
 */
public record Assumption(String key, String what, @Nullable Double low, @Nullable Double likely, @Nullable Double high,
        String unit, @Nullable String statement, String asOf, String source, @Nullable String locator, How how,
        @Nullable String note, boolean rises) {
    /** Whether it carries a range a bill can use. */
    public boolean usable() {
        return low != null && likely != null && high != null;
    }
}
