package dev.tare.review.history;

import dev.tare.comparison.Ids;
import dev.tare.engine.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of its history somebody wants to see.
 *
 * @param days how far back; 0 for all there is
 * @param a    state to compare from, by any name of a state; absent to compare nothing
 * @param b    state to compare with; absent for now
 */
record HistoryQuery(@Nullable String measure, @Nullable Integer days, @Nullable String a, @Nullable String b) {
    static final List<Integer> PERIODS = List.of(30, 90, 365, 0);
    static final String NOW = "now";
    private static final int LONGEST = 36_500;

    Measure measured() {
        return measure == null ? Measure.COST : Ids.measure(measure).orElse(Measure.COST);
    }

    int period() {
        return days == null || days < 0 ? PERIODS.getFirst() : Math.min(days, LONGEST);
    }

    Instant since(Instant now) {
        return period() == 0 ? Instant.EPOCH : now.minus(Duration.ofDays(period()));
    }

    boolean compares() {
        return a != null && !a.isBlank();
    }

    String other() {
        return b == null || b.isBlank() ? NOW : b;
    }

    String address(Measure shown, int period) {
        return "?measure=" + Ids.of(shown) + "&days=" + period;
    }
}
