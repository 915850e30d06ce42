package dev.tare.engine.bill;

import static dev.tare.engine.Param.AGENT_SIDECARS;
import static dev.tare.engine.Param.AGENT_SIDECAR_CPU;
import static dev.tare.engine.Param.AGENT_SIDECAR_MEMORY;
import static dev.tare.engine.Param.CALL_CPU;
import static dev.tare.engine.Param.DEFAULT_METRIC_SERIES;
import static dev.tare.engine.Param.DEFAULT_SIDECAR_CPU;
import static dev.tare.engine.Param.DEFAULT_SIDECAR_MEMORY;
import static dev.tare.engine.Param.INSTANCE_MEMORY_STEP;
import static dev.tare.engine.Param.INSTANCE_VCPU_STEP;
import static dev.tare.engine.Param.ISOLATION_CPU;
import static dev.tare.engine.Param.ISOLATION_CPU_SHARE;
import static dev.tare.engine.Param.ISOLATION_MEMORY;
import static dev.tare.engine.Param.MESH_PROXIES;
import static dev.tare.engine.Param.MESH_PROXY_CPU_AT_1000;
import static dev.tare.engine.Param.MESH_PROXY_CPU_REQUEST;
import static dev.tare.engine.Param.MESH_PROXY_MEMORY;
import static dev.tare.engine.Param.MESH_PROXY_MEMORY_PER_SERVICE;
import static dev.tare.engine.Param.MESH_PROXY_MEMORY_REQUEST;
import static dev.tare.engine.Param.MIN_REPLICAS;
import static dev.tare.engine.Param.TARGET_UTILISATION;
import static dev.tare.engine.Param.UNIT_REPLICA_VCPU;

import dev.tare.engine.Curve;
import dev.tare.engine.Param;
import dev.tare.engine.Shape.Billing;
import dev.tare.engine.Shape.Helpers;
import java.util.Arrays;

/**
 * All units of a grouping sized and added up: what floats between nodes, what runs on each of them, how many replicas
 * each unit has. Shapes that differ in prices and platforms alone share it.
 */
final class Sized {
    private static final Param[] READ = { CALL_CPU, ISOLATION_CPU_SHARE, MIN_REPLICAS, UNIT_REPLICA_VCPU,
        TARGET_UTILISATION, AGENT_SIDECARS, AGENT_SIDECAR_CPU, AGENT_SIDECAR_MEMORY, DEFAULT_SIDECAR_CPU,
        DEFAULT_SIDECAR_MEMORY, MESH_PROXIES, MESH_PROXY_CPU_REQUEST, MESH_PROXY_CPU_AT_1000, MESH_PROXY_MEMORY,
        MESH_PROXY_MEMORY_PER_SERVICE, MESH_PROXY_MEMORY_REQUEST, DEFAULT_METRIC_SERIES };
    private static final Param[] READ_IN_STEPS = { INSTANCE_VCPU_STEP, INSTANCE_MEMORY_STEP, ISOLATION_CPU,
        ISOLATION_MEMORY };

    /** Instances placed wherever there is room. */
    final Tally floating = new Tally();
    /** Instances that run once on each node. */
    final Tally pinned = new Tally();
    /** Replicas by unit; infinite for one that runs on every node, however many there are. */
    final double[] replicas;
    /** Processes by runtime. */
    final double[] processes;

    Sized(Grouping grouping, Flows flows, Demand demand, Terms terms) {
        Sizing sizing = new Sizing(grouping, flows, demand, new Proxies(grouping, terms), terms);
        replicas = new double[grouping.units];
        processes = sizing.processes;
        Billing billing = terms.shape().billing();
        double defaultSeries = terms.of(DEFAULT_METRIC_SERIES);
        for (int unit = 0; unit < grouping.units; unit++) {
            double series = grouping.series(unit, defaultSeries);
            if (billing == Billing.NODES && grouping.pinned(unit)) {
                onEach(sizing, unit, series);
            } else {
                floating(sizing, unit, series, billing == Billing.REQUESTS);
            }
        }
    }

    /** What decides this, besides the grouping, its flows and the demand. */
    record Key(Grouping grouping, Flows flows, Demand demand, Billing billing, boolean today, boolean helpersStay,
            Curve curve, double[] read) {
        static Key of(Grouping grouping, Flows flows, Demand demand, Terms terms) {
            boolean stepped = terms.shape().billing() == Billing.INSTANCES;
            double[] read = Arrays.copyOf(terms.of(READ), READ.length + READ_IN_STEPS.length);
            if (stepped) {
                System.arraycopy(terms.of(READ_IN_STEPS), 0, read, READ.length, READ_IN_STEPS.length);
            }
            return new Key(grouping, flows, demand, terms.shape().billing(), terms.today(),
                    terms.shape().helpers() == Helpers.SIDECAR, terms.shape().proxyCurve(), read);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && grouping == key.grouping && flows == key.flows && demand == key.demand
                    && billing == key.billing && today == key.today && helpersStay == key.helpersStay
                    && curve == key.curve && Arrays.equals(read, key.read);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(read);
        }
    }

    private void onEach(Sizing sizing, int unit, double series) {
        sizing.sizePinned(unit);
        floating.addCalls(sizing.calls(unit));
        replicas[unit] = sizing.replicas > 0 ? Double.POSITIVE_INFINITY : 0;
        pinned.add(sizing);
        pinned.ownSeries += sizing.replicas * series;
    }

    /** A function's replicas are as many as run; it counts once where it is watched, and nothing of it is placed. */
    private void floating(Sizing sizing, int unit, double series, boolean function) {
        sizing.size(unit);
        replicas[unit] = sizing.replicas;
        if (!function) {
            floating.add(sizing);
        }
        floating.ownSeries += (function ? Math.min(1, sizing.replicas) : sizing.replicas) * series;
    }
}
