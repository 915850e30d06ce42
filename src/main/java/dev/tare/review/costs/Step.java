package dev.tare.review.costs;

import dev.tare.review.Standing.Money;
import java.time.Instant;
import java.util.Map;

/**
 * From a moment on, until the next step, money is spent at these rates.
 *
 * @param by by team, service or line, a month
 */
record Step(Instant at, Map<String, Money> by) {
    /** The map is copied. */
    Step {
        by = Map.copyOf(by);
    }
}
