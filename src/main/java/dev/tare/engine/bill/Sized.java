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
 * each shared unit has. Shapes that differ in prices and platforms alone share it.
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
    final Lots lots;
    final Demand demand;
    /** Replicas of each shared unit in its order; infinite for one that runs on every node, however many there are. */
    final double[] replicas;
    /** Processes by runtime. */
    final double[] processes;

    private final Sizing sizing;
    private final Billing billing;
    private final double unstatedSeries;

    Sized(Lots lots, Demand demand, Terms terms) {
        this.lots = lots;
        this.demand = demand;
        sizing = new Sizing(lots, demand, terms);
        processes = sizing.processes;
        billing = terms.shape().billing();
        unstatedSeries = terms.of(DEFAULT_METRIC_SERIES);
        for (int i = 0; i < lots.alone(); i++) {
            if (onEach(lots.lot(i))) {
                onEach(i, i + 1);
            } else {
                alone(i, lots.lot(i));
            }
        }
        replicas = new double[lots.grouping.shared.length];
        for (int at = 0; at < replicas.length; at++) {
            boolean each = billing == Billing.NODES && lots.grouping.pinned(lots.grouping.shared[at]);
            replicas[at] = each ? onEach(lots.start(at), lots.start(at + 1)) : shared(at);
        }
    }

    /** What decides this, besides the lots and their demand. */
    record Key(Lots lots, Demand demand, Billing billing, boolean today, boolean helpersStay, Curve curve,
            double[] read) {
        static Key of(Lots lots, Demand demand, Terms terms) {
            boolean stepped = terms.shape().billing() == Billing.INSTANCES;
            double[] read = Arrays.copyOf(terms.of(READ), READ.length + READ_IN_STEPS.length);
            if (stepped) {
                System.arraycopy(terms.of(READ_IN_STEPS), 0, read, READ.length, READ_IN_STEPS.length);
            }
            return new Key(lots, demand, terms.shape().billing(), terms.today(),
                    terms.shape().helpers() == Helpers.SIDECAR, terms.shape().proxyCurve(), read);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && lots == key.lots && demand == key.demand && billing == key.billing
                    && today == key.today && helpersStay == key.helpersStay && curve == key.curve
                    && Arrays.equals(read, key.read);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(read);
        }
    }

    /** Whether services alone in their units run once on each node. */
    boolean onEach(Lot lot) {
        return billing == Billing.NODES && lot.pinned;
    }

    private double onEach(int from, int upTo) {
        boolean runs = sizing.onEach(from, upTo, pinned);
        floating.addCalls(sizing.calls(from, upTo));
        for (int i = from; runs && i < upTo; i++) {
            pinned.ownSeries += lots.lot(i).series + lots.lot(i).seriesUnstated * unstatedSeries;
        }
        return runs ? Double.POSITIVE_INFINITY : 0;
    }

    /** A function's replicas are as many as run; it counts once where it is watched, and nothing of it is placed. */
    private void alone(int i, Lot lot) {
        boolean function = billing == Billing.REQUESTS;
        sizing.alone(i, function ? new Tally() : floating);
        double copies = lot.replicas > 0 ? demand.replicas[i] / lot.replicas : 0;
        if (function) {
            double once = lot.size() > 1 ? 1 : Math.min(1, demand.replicas[i]);
            floating.ownSeries += once * (lot.series + lot.seriesUnstated * unstatedSeries);
        } else {
            floating.ownSeries += copies * (lot.seriesHeld + lot.seriesUnstatedHeld * unstatedSeries);
        }
    }

    private double shared(int at) {
        boolean function = billing == Billing.REQUESTS;
        double copies = sizing.shared(at, function ? new Tally() : floating);
        double series = 0;
        for (int i = lots.start(at); i < lots.start(at + 1); i++) {
            series += lots.lot(i).series + lots.lot(i).seriesUnstated * unstatedSeries;
        }
        floating.ownSeries += (function ? Math.min(1, copies) : copies) * series;
        return copies;
    }
}
