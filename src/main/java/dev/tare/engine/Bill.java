package dev.tare.engine;

import java.util.List;
import java.util.Map;

/**
 * What a scenario weighs. For each measure, at likely values, {@code net + tare = gross} and the lines sum to tare.
 *
 * @param scenario       its name
 * @param units          deployable units
 * @param net            what the work itself needs
 * @param tare           what the shape adds
 * @param gross          both
 * @param netWorking     how net was found, by measure
 * @param lines          the named parts of the tare, for every measure they touch
 * @param people         engineers' cost, shown apart and not in the totals
 * @param latency        by entry point
 * @param timing         how these were found
 * @param structure      facts of the graph under this grouping
 * @param carriers       tare cost by service, USD a month, in graph order; sums to the tare cost
 * @param needs          net cost by service, USD a month, in graph order; sums to the net cost
 * @param restsOnDefaults share of the gross cost, 0 to 1, that rests on values nobody stated
 */
public record Bill(String scenario, int units, Map<Measure, Range> net, Map<Measure, Range> tare,
        Map<Measure, Range> gross, Map<Measure, Working> netWorking, List<Line> lines, Range people,
        List<EntryLatency> latency, Timing timing, Structure structure, double[] carriers, double[] needs,
        double restsOnDefaults) {
    /** The named parts of the tare. */
    public enum Part {
        NETWORK, MESH, IMAGES, MONITORING, PLACEMENT, ISOLATION, HEADROOM
    }

    /** One part in one measure. */
    public record Line(Part part, Measure measure, Range range, Working working) {}

    /** How a figure was found: the formula in words and symbols, and its inputs at likely values. */
    public record Working(String formula, List<Input> inputs) {
        /** The list is copied. */
        public Working {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A number that went into a figure.
     *
     * @param name       in plain words
     * @param value      likely value in its base unit
     * @param dimension  its kind
     * @param assumption key of the assumption it is, or empty when it comes from the estate or was computed
     */
    public record Input(String name, double value, Dimension dimension, String assumption) {}

    /**
     * How milliseconds were found.
     *
     * @param requests requests drawn
     * @param p99Error standard error of the gross p99 over all entry points for having been drawn, ms
     * @param cutCalls calls inside loops, followed for a bounded number of rounds
     */
    public record Timing(int requests, double p99Error, int cutCalls) {}

    /** Milliseconds of a request at one entry point, and the share of its p99 that is tare. */
    public record EntryLatency(int service, Range p50, Range p90, Range p99, double tareShare) {}

    /**
     * Facts of the graph under a grouping.
     *
     * @param hopsPerRequest     remote calls for each outside request
     * @param depth              longest synchronous remote chain, from the graph
     * @param remoteCalls        call edges whose ends are in different units
     * @param components         weakly connected parts
     * @param cycles             strongly connected components of more than one service
     * @param wireBytesPerMonth  bytes between units
     * @param storedBytes        bytes kept in the registry
     * @param requestsPerSecond  outside requests, mean
     * @param nodes              nodes or servers paid for, 0 where none are
     * @param instances          processes or pods that run
     * @param assumedEntries     whether entry points were assumed because none is registered
     */
    public record Structure(double hopsPerRequest, int depth, int remoteCalls, int components, int cycles,
            double wireBytesPerMonth, double storedBytes, double requestsPerSecond, double nodes, double instances,
            boolean assumedEntries) {}
}
