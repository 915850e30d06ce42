package dev.tare.engine.bill;

import static dev.tare.engine.Param.FUNCTION_MEMORY;
import static dev.tare.engine.Param.FUNCTION_MEMORY_PER_VCPU;
import static dev.tare.engine.Param.HOP_P50;
import static dev.tare.engine.Param.HOP_P99;
import static dev.tare.engine.Param.WORKFLOW_TRANSITIONS_PER_CALL;

import java.util.Arrays;
import java.util.List;

/** Finds who waits how long in several draws of one scenario's assumptions, for the same lots. */
final class Queue {
    private final Lots lots;
    private final List<Grants> grants;
    private final double[] hop;
    private final Stated stated;
    private final double[][] ms;
    private final double[][] count;
    private final double[][] bytes;

    /** All that decides how long is waited for in one draw. */
    record Key(Object arrangement, double[] demand, double hop, double memory, double perVcpu) {
        static Key of(Lots lots, Terms terms) {
            return new Key(lots.arrangement(), Demand.key(lots.grouping.columns, terms), Queue.hop(terms),
                    terms.of(FUNCTION_MEMORY),
                    terms.of(FUNCTION_MEMORY_PER_VCPU));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && arrangement == key.arrangement && hop == key.hop && memory == key.memory
                    && perVcpu == key.perVcpu && Arrays.equals(demand, key.demand);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(demand) ^ Double.hashCode(hop);
        }
    }

    private Queue(Lots lots, List<Grants> grants, double[] hop) {
        this.lots = lots;
        this.grants = grants;
        this.hop = hop;
        stated = new Stated(lots.grouping.columns, lots.flows);
        ms = Waiting.rows(lots.grouping.columns.count);
        count = Waiting.rows(lots.count());
        bytes = Waiting.rows(lots.count());
    }

    /** Mean ms of a hop. */
    static double hop(Terms terms) {
        return Work.mean(terms.of(HOP_P50), terms.of(HOP_P99));
    }

    /** Whether callers wait for their calls; under a workflow engine the workflow does. */
    static boolean waits(Terms terms) {
        return !(terms.of(WORKFLOW_TRANSITIONS_PER_CALL) > 0);
    }

    /** Who waits how long, draw by draw. */
    static Waiting[] find(Lots lots, List<Grants> grants, double[] hop) {
        Queue queue = new Queue(lots, grants, hop);
        for (int i = 0; i < lots.alone(); i++) {
            if (Steady.is(lots.lot(i))) {
                queue.count[i] = new double[hop.length];
                queue.bytes[i] = new double[hop.length];
            }
        }
        new Delays(lots, queue.ownMs(), hop).find(queue::take);
        Waiting[] waiting = new Waiting[hop.length];
        Arrays.setAll(waiting, draw -> new Waiting(queue.ms, queue.count, queue.bytes, draw));
        return waiting;
    }

    private void take(int service, double[] remote) {
        int i = lots.of(service);
        if (!Steady.is(lots.lot(i))) {
            ms[service] = remote.clone();
            return;
        }
        double rate = lots.flows.traffic.mean(service) / Terms.MS_PER_SECOND;
        double granted = rate * stated.memory(service);
        double[] counts = count[i];
        double[] held = bytes[i];
        for (int draw = 0; draw < remote.length; draw++) {
            counts[draw] += rate * remote[draw];
            held[draw] += granted * remote[draw];
        }
    }

    /** Own work of one request, ms, by service and draw, its CPU time stretched where less than a core is granted. */
    private double[][] ownMs() {
        double[][] own = new double[lots.grouping.columns.count][hop.length];
        double[] onCpu = grants.stream().mapToDouble(Grants::onCpu).toArray();
        boolean alike = grants.stream().mapToDouble(Grants::perVcpu).distinct().count() <= 1;
        for (int i = 0; i < lots.alone(); i++) {
            for (int service : lots.lot(i).services) {
                if (alike && Steady.is(lots.lot(i))) {
                    double speed = grants.getFirst().speed(stated.memory(service));
                    stretch(own[service], stated.work(service), 1 / speed - 1, onCpu);
                } else {
                    work(own, lots.grouping.unitOf[service]);
                }
            }
        }
        for (int unit : lots.grouping.shared) {
            work(own, unit);
        }
        return own;
    }

    private static void stretch(double[] own, double ms, double longer, double[] onCpu) {
        for (int draw = 0; draw < onCpu.length; draw++) {
            own[draw] = ms * (1 + onCpu[draw] * longer);
        }
    }

    private void work(double[][] own, int unit) {
        for (int draw = 0; draw < hop.length; draw++) {
            Grants granted = grants.get(draw);
            double stretch = 1 - granted.onCpu() + granted.onCpu() / granted.speed(granted.bytes(unit));
            for (int i = 0; i < lots.grouping.size(unit); i++) {
                int service = lots.grouping.member(unit, i);
                own[service][draw] = stretch * granted.workMs(service);
            }
        }
    }
}
