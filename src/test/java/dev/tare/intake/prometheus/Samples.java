package dev.tare.intake.prometheus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Series as text a Prometheus can be filled with: counters that rise evenly, gauges that stay. */
final class Samples {
    static final int STEP = 60;

    private final Instant start;
    private final int minutes;
    private final Map<String, List<String>> families = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    Samples(Instant start, int minutes) {
        this.start = start;
        this.minutes = minutes;
    }

    Samples counter(String name, String labels, double perSecond) {
        return counter(name, labels, perSecond, 0);
    }

    /** A counter that begins some minutes later. */
    Samples counter(String name, String labels, double perSecond, int fromMinute) {
        return series(name, "counter", "{" + labels + "}", fromMinute, perSecond * STEP, 7);
    }

    Samples gauge(String name, String labels, double value) {
        return gauge(name, labels, value, 0);
    }

    Samples gauge(String name, String labels, double value, int fromMinute) {
        return series(name, "gauge", "{" + labels + "}", fromMinute, 0, value);
    }

    /** A histogram of which half the values are at most the first bound, the others at most the second. */
    Samples histogram(String name, String labels, double perSecond, String first, String second) {
        for (Map.Entry<String, Double> bucket : Map.of(first, 0.5, second, 1.0, "+Inf", 1.0).entrySet()) {
            series(name + "_bucket", "counter", "{" + labels + ",le=\"" + bucket.getKey() + "\"}", 0,
                    perSecond * STEP * bucket.getValue(), 0);
        }
        return this;
    }

    private Samples series(String name, String type, String labels, int fromMinute, double perStep, double first) {
        if (!seen.add(name + labels)) {
            throw new IllegalArgumentException("two values at one moment: " + name + labels);
        }
        List<String> lines = families.computeIfAbsent(name, key -> new ArrayList<>());
        if (lines.isEmpty()) {
            lines.add("# TYPE " + name + " unknown");
        }
        for (int minute = fromMinute; minute <= minutes; minute++) {
            lines.add(name + labels + " " + (first + perStep * (minute - fromMinute)) + " "
                    + start.plusSeconds((long) minute * STEP).getEpochSecond());
        }
        return this;
    }

    Path write(Path file) throws IOException {
        List<String> all = new ArrayList<>();
        families.values().forEach(all::addAll);
        all.add("# EOF");
        return Files.write(file, all);
    }
}
