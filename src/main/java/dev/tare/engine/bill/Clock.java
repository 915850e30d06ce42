package dev.tare.engine.bill;

import static dev.tare.engine.Param.DEFAULT_WORK_P50;
import static dev.tare.engine.Param.DEFAULT_WORK_P99;
import static dev.tare.engine.Param.FUNCTION_COLD_SHARE;
import static dev.tare.engine.Param.HOP_P50;
import static dev.tare.engine.Param.HOP_P99;
import static dev.tare.engine.Param.IN_PROCESS_CALL;
import static dev.tare.engine.Param.ISOLATION_HOP;
import static dev.tare.engine.Param.MESH_HOP_P50;
import static dev.tare.engine.Param.MESH_HOP_P99;

import dev.tare.engine.Journey;
import dev.tare.engine.Percentiles;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import dev.tare.engine.latency.Anchor;
import dev.tare.engine.latency.Extra;
import dev.tare.engine.latency.Latency;
import dev.tare.engine.latency.Simulation;
import dev.tare.engine.latency.Times;
import dev.tare.engine.range.Bounds;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the latency of a weighing: which times its terms put on a call, and what the simulation makes of them. */
final class Clock {
    private static final int KEPT = 64;

    private final Columns columns;
    private final Supplier<Simulation> simulation;
    private final Recent<Hand, Latency> known = new Recent<>(KEPT);
    private final Recent<Hand, Latency> fewer = new Recent<>(KEPT);
    private final Recent<Hand, Anchor> anchors = new Recent<>(KEPT);

    /** Finds its way through the graph only when a time is asked for. */
    Clock(Columns columns, Topology topology, Supplier<Traffic> traffic) {
        this.columns = columns;
        Recent<Topology, Simulation> once = new Recent<>(1);
        simulation = () -> once.get(topology, of -> new Simulation(of, traffic.get()));
    }

    /** All that decides a latency, besides the graph. */
    private record Hand(Grouping grouping, double[] times) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Hand hand && grouping == hand.grouping && Arrays.equals(times, hand.times);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(times);
        }
    }

    Latency time(Weighing w) {
        return known.get(new Hand(w.grouping, hand(w)), hand -> simulation.get().run(w.grouping.unitOf, times(w)));
    }

    /** At the corners of the assumptions from fewer requests. */
    Bounds<Latency> times(Bounds<Weighing> weighed) {
        Weighing likely = weighed.likely();
        return new Bounds<>(near(weighed.light(), likely), time(likely), near(weighed.heavy(), likely));
    }

    /** From fewer requests, put right by what these are off by at the likely values. */
    Latency near(Weighing w, Weighing likely) {
        return anchors.get(new Hand(likely.grouping, hand(likely)), hand -> new Anchor(time(likely), few(likely)))
                .right(few(w));
    }

    /** Where the time of requests at an entry point goes, or of all where the service is negative. */
    Journey journey(Weighing w, int service, Journey.Band band) {
        return simulation.get().journey(w.grouping.unitOf, times(w), service, band);
    }

    /** Without drawing, where that does not take seconds. */
    Optional<Percentiles> convolved(Weighing w) {
        return simulation.get().convolved(w.grouping.unitOf, times(w));
    }

    private Latency few(Weighing w) {
        return fewer.get(new Hand(w.grouping, hand(w)), hand -> simulation.get().few(w.grouping.unitOf, times(w)));
    }

    private double[] hand(Weighing w) {
        Terms t = w.terms;
        double[] fixed = { t.of(DEFAULT_WORK_P50), t.of(DEFAULT_WORK_P99), t.of(IN_PROCESS_CALL), t.of(HOP_P50),
            t.of(HOP_P99), mesh(w) ? t.of(MESH_HOP_P50) : 0, mesh(w) ? t.of(MESH_HOP_P99) : 0, t.of(ISOLATION_HOP),
            t.of(FUNCTION_COLD_SHARE) };
        double[] all = Arrays.copyOf(fixed, fixed.length + columns.runtimes());
        for (int runtime = 0; runtime < columns.runtimes(); runtime++) {
            all[fixed.length + runtime] = columns.coldStart(runtime, t);
        }
        return all;
    }

    /** A mesh slows a hop where one runs: the shape's, or sidecars registered in today's estate. */
    private static boolean mesh(Weighing w) {
        return w.proxies.running();
    }

    private Times times(Weighing w) {
        Terms t = w.terms;
        double[] p50 = new double[columns.count];
        double[] p99 = new double[columns.count];
        for (int service = 0; service < columns.count; service++) {
            p50[service] = w.demand.workP50(service);
            p99[service] = Math.max(p50[service], w.demand.workP99(service));
        }
        double wall = t.of(ISOLATION_HOP);
        Extra mesh = mesh(w) ? always(t.of(MESH_HOP_P50), t.of(MESH_HOP_P99)) : Extra.NONE;
        return new Times(p50, p99, t.of(IN_PROCESS_CALL), always(t.of(HOP_P50), t.of(HOP_P99)), mesh,
                always(wall, wall), Extra.NONE, coldStarts(t));
    }

    private static Extra always(double p50, double p99) {
        return Extra.always(p50, Math.max(p50, p99));
    }

    private Extra coldStarts(Terms t) {
        double share = Math.min(1, t.of(FUNCTION_COLD_SHARE));
        if (share == 0) {
            return Extra.NONE;
        }
        double[] ms = new double[columns.count];
        for (int service = 0; service < columns.count; service++) {
            ms[service] = columns.coldStart(columns.runtime[service], t);
        }
        return columns.count == 0 ? Extra.NONE : new Extra(share, ms, ms);
    }
}
