package dev.tare.engine.latency;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Percentiles;

/**
 * Milliseconds of a request under one grouping and shape, with the infrastructure (gross) and without (net), by entry
 * point and over all of them weighted by their rates. Each part is what p99 gains when it is put back, in the order
 * network, mesh, isolation, monitoring, placement; they sum to gross p99 − net p99 exactly.
 *
 * @param entries  by entry point, in the traffic's order
 * @param net      over all entry points, infrastructure taken out
 * @param gross    over all entry points
 * @param parts    over all entry points, what each part adds to p99
 * @param p99Error standard error of the gross p99 for having been drawn, ms
 * @param draws    requests drawn
 * @param cutCalls calls inside loops that were followed a bounded number of times
 */
public record Latency(List<EntryTimes> entries, Percentiles net, Percentiles gross, Map<Part, Double> parts,
        double p99Error,
        int draws, int cutCalls) {
    /** The order in which parts are put back. */
    public static final List<Part> ORDER = List.of(Part.NETWORK, Part.MESH, Part.ISOLATION, Part.MONITORING,
            Part.PLACEMENT);

    /** Copies what it is given. */
    public Latency {
        entries = List.copyOf(entries);
        parts = ordered(parts);
    }

    /**
     * One entry point.
     *
     * @param service   by position
     * @param perSecond outside requests/s, mean
     * @param net       infrastructure taken out
     * @param gross     infrastructure included
     * @param parts     what each part adds to p99
     * @param p99Error  standard error of the gross p99 for having been drawn, ms
     */
    public record EntryTimes(int service, double perSecond, Percentiles net, Percentiles gross,
            Map<Part, Double> parts, double p99Error) {
        /** Copies what it is given. */
        public EntryTimes {
            parts = ordered(parts);
        }

        /** Share of p99 that is tare, 0 to 1. */
        public double tareShare() {
            return gross.p99() > 0 ? (gross.p99() - net.p99()) / gross.p99() : 0;
        }
    }

    private static Map<Part, Double> ordered(Map<Part, Double> parts) {
        return Collections.unmodifiableMap(new EnumMap<>(parts));
    }
}
