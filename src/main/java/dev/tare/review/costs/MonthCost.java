package dev.tare.review.costs;

import dev.tare.review.Standing.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a month comes to, at likely values.
 *
 * @param all        the whole month; what is still to come of it at the rate that holds now
 * @param soFar      until now; the same as {@code all} of months that are over
 * @param knownFrom  since when figures were kept, in the first month of all: what was before is taken to have been the
 *                   same; absent where the whole month is known
 */
record MonthCost(YearMonth month, Map<String, Money> all, Map<String, Money> soFar, @Nullable Instant knownFrom) {
    /** The maps are copied. */
    MonthCost {
        all = Map.copyOf(all);
        soFar = Map.copyOf(soFar);
    }

    static final Money NOTHING = new Money(0, 0, null);

    /** One of what money is divided by. */
    Money of(String name) {
        return all.getOrDefault(name, NOTHING);
    }

    Money total() {
        return sum(all);
    }

    Money totalSoFar() {
        return sum(soFar);
    }

    private static Money sum(Map<String, Money> by) {
        return by.values().stream().reduce(NOTHING, (one, other) -> new Money(one.net() + other.net(),
                one.tare() + other.tare(), null));
    }
}
