package dev.tare.intake.prometheus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The time over which a metric is looked at: what was asked for, cut to where there are samples. Rates over a time in which
 * nothing was recorded would come out too low.
 */
record Window(Instant end, long seconds) {
    private static final int STEPS = 200;
    private static final long SHORTEST_STEP = 5;
    private static final int LOOKS = 2;
    /** A rate needs two samples. */
    private static final long SHORTEST = 2;

    /** Where a metric has samples; nothing when it has none. */
    static Optional<Window> of(Server server, String metric, Instant now, double asked) {
        Instant earliest = now.minusSeconds((long) asked);
        Instant start = earliest;
        Instant end = now;
        Instant last = now;
        for (int look = 0; look < LOOKS; look++) {
            long step = Math.max(SHORTEST_STEP, (end.getEpochSecond() - start.getEpochSecond()) / STEPS + 1);
            Optional<Instant[]> present = present(server, metric, end, step);
            if (present.isEmpty()) {
                return Optional.empty();
            }
            start = later(earliest, begin(server, metric, present.get()[0], step));
            last = present.get()[1];
            end = last.plusSeconds(step).isBefore(now) ? last.plusSeconds(step) : now;
        }
        return between(server, metric, start, last);
    }

    /** Looks at single moments, and at all there is between them only when these show nothing. */
    private static Optional<Instant[]> present(Server server, String metric, Instant end, long step) {
        Instant start = end.minusSeconds(step * STEPS);
        return server.present("count(" + metric + ")", start, end, step)
                .or(() -> server.present("count(last_over_time(" + metric + "[" + step + "s]))", start, end, step));
    }

    /** Where samples begin, in the one step before they are seen. */
    private static Instant begin(Server server, String metric, Instant first, long step) {
        long fine = Math.max(1, step / STEPS);
        return server.present("count(" + metric + ")", first.minusSeconds(step), first, fine)
                .map(found -> found[0].minusSeconds(fine)).orElse(first.minusSeconds(step));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** From the last step before the first sample to the last sample itself. */
    private static Optional<Window> between(Server server, String metric, Instant start, Instant end) {
        List<Row> last = server.query("max(timestamp(" + metric + "))", end);
        Instant exact = last.isEmpty() ? end : Instant.ofEpochSecond((long) Math.ceil(last.getFirst().value()));
        long seconds = exact.getEpochSecond() - start.getEpochSecond();
        return seconds < SHORTEST ? Optional.empty() : Optional.of(new Window(exact, seconds));
    }

    /** As PromQL writes it behind a metric. */
    String range() {
        return "[" + seconds + "s]";
    }

    /** For people: {@code 6.9 d}. */
    String text() {
        double days = seconds / 86_400.0;
        double hours = seconds / 3_600.0;
        double minutes = seconds / 60.0;
        return days >= 2
                ? "%.1f d".formatted(days)
                : hours >= 2
                        ? "%.1f h".formatted(hours)
                        : minutes >= 2 ? "%.0f min".formatted(minutes) : seconds + " s";
    }
}
