package dev.tare.engine;

import dev.tare.engine.Bill.Part;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the calls of a graph carry of the tare under a scenario, USD a month. For every part that follows calls, what its
 * calls carry and what none of them does sum to the bill's line.
 *
 * @param calls     in the order of the graph
 * @param elsewhere what no call carries of these parts: all of a line where nothing is remote, agents, control planes of
 *                  placement and the like
 * @param structure facts of the graph under this grouping, at likely values
 */
public record CallTares(List<CallTare> calls, Map<Part, Range> elsewhere, Facts structure) {
    /** The parts that follow calls. */
    public static final List<Part> PARTS = List.of(Part.NETWORK, Part.MESH, Part.MONITORING, Part.PLACEMENT);

    /** The list and the map are copied. */
    public CallTares {
        calls = List.copyOf(calls);
        elsewhere = Collections.unmodifiableMap(new EnumMap<>(elsewhere));
    }

    /**
     * One call.
     *
     * @param perSecond requests/s on it, mean
     * @param remote    whether it leaves its caller's unit
     * @param parts     what it carries; nothing inside a unit
     */
    public record CallTare(double perSecond, boolean remote, Map<Part, Range> parts) {
        /** The map is copied. */
        public CallTare {
            parts = Collections.unmodifiableMap(new EnumMap<>(parts));
        }

        /** All parts together. */
        public Range total() {
            return new Range(sum(Range::low), sum(Range::likely), sum(Range::high));
        }

        private double sum(java.util.function.ToDoubleFunction<Range> end) {
            return PARTS.stream().map(parts::get).mapToDouble(range -> range == null ? 0 : end.applyAsDouble(range))
                    .sum();
        }
    }

    /**
     * Facts of the graph under a grouping.
     *
     * @param requestsPerSecond outside requests, mean
     * @param hopsPerRequest    remote calls for each of them
     * @param depth             longest chain of remote calls each waiting for the next
     * @param assumedEntries    whether entry points were assumed because none is registered
     * @param entries           where requests come in, by service, and how many a second
     * @param loops             for each service the loop it is in, numbered from 0; -1 in none
     * @param perSecond         requests/s at each service, mean
     */
    public record Facts(double requestsPerSecond, double hopsPerRequest, int depth, boolean assumedEntries,
            Map<Integer, Double> entries, int[] loops, double[] perSecond) {
        /** The map is copied. */
        public Facts {
            entries = Map.copyOf(entries);
        }
    }
}
