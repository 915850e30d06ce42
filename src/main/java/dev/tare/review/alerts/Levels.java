package dev.tare.review.alerts;

import java.util.Set;

/**
 * How an estate stood when it was last judged.
 *
 * @param currency of the money
 * @param tare     what a rise is counted from, money a month
 * @param over     teams over their budgets
 */
record Levels(String currency, double tare, Set<String> over) {
    /** The set is copied. */
    Levels {
        over = Set.copyOf(over);
    }
}
