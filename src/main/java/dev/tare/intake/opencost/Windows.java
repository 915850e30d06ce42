package dev.tare.intake.opencost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The windows that allocations are of; each counts once, however many allocations it holds. */
final class Windows {
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);
    private final Set<Window> windows = new HashSet<>();

    private record Window(Instant start, Instant end) {}

    void add(String start, String end) {
        try {
            Window window = new Window(Instant.parse(start), Instant.parse(end));
            if (window.end().isAfter(window.start())) {
                windows.add(window);
            }
        } catch (DateTimeException notStated) {
            // An allocation without a window is still money; the hours are those of the others.
        }
    }

    /** All of them, or nothing when none is stated. */
    @Nullable
    BigDecimal hours() {
        long seconds = windows.stream().mapToLong(one -> Duration.between(one.start(), one.end()).toSeconds()).sum();
        return seconds == 0 ? null : BigDecimal.valueOf(seconds).divide(SECONDS_AN_HOUR, MathContext.DECIMAL64);
    }
}
