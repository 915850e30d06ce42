package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Question;
import dev.tare.engine.Journey.Band;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the latency page asks.
 *
 * @param entry the entry point's service; empty for the busiest
 * @param to    what is set beside it; absent for nothing
 */
record LatencyQuery(Sought scenario, @Nullable Sought to, String entry, Band band, WhatIf whatIf) {
    /** What the address may hold; {@code at} is p50, p99 or mean. */
    record Form(@Nullable String scenario, @Nullable String to, @Nullable String entry, @Nullable String at,
            @Nullable List<String> set, @Nullable Boolean calibrated) {
        LatencyQuery query(Catalogue catalogue) {
            return new LatencyQuery(scenario == null || scenario.isBlank() ? Sought.TODAY : new Sought(scenario),
                    to == null || to.isBlank() ? null : new Sought(to), entry == null ? "" : entry, band(at),
                    WhatIf.read(set, Boolean.TRUE.equals(calibrated), catalogue));
        }

        private static Band band(@Nullable String at) {
            return "p50".equals(at) ? Band.MEDIAN : "mean".equals(at) ? Band.ALL : Band.SLOW;
        }
    }

    static String id(Band band) {
        return switch (band) {
            case ALL -> "mean";
            case MEDIAN -> "p50";
            case SLOW -> "p99";
        };
    }

    static String words(Band band) {
        return switch (band) {
            case ALL -> "on average";
            case MEDIAN -> "at the median";
            case SLOW -> "at the 99th percentile";
        };
    }

    Question question(Sought sought, Catalogue catalogue) {
        return whatIf.on(Question.of(List.of(sought.ask(catalogue))));
    }

    LatencyQuery at(Band other) {
        return new LatencyQuery(scenario, to, entry, other, whatIf);
    }

    LatencyQuery arriving(String service) {
        return new LatencyQuery(scenario, to, service, band, whatIf);
    }

    LatencyQuery holding(WhatIf other) {
        return new LatencyQuery(scenario, to, entry, band, other);
    }

    String address(String path) {
        return Hidden.address(path, fields());
    }

    List<Hidden> fields() {
        List<Hidden> fields = new ArrayList<>();
        if (!scenario.equals(Sought.TODAY)) {
            fields.add(new Hidden("scenario", scenario.written()));
        }
        if (to != null) {
            fields.add(new Hidden("to", to.written()));
        }
        if (!entry.isEmpty()) {
            fields.add(new Hidden("entry", entry));
        }
        if (band != Band.SLOW) {
            fields.add(new Hidden("at", id(band)));
        }
        fields.addAll(whatIf.fields());
        return fields;
    }
}
