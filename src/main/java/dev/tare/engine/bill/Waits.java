package dev.tare.engine.bill;

import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.graph.Topology;

/**
 * Mean milliseconds from a request's arrival at a service to its answer, and how much of it is waiting for other
 * units: sequential calls add, of parallel ones the longest counts, asynchronous ones do not. Inside a loop of calls
 * by iteration, which settles because the loop does not multiply its traffic.
 *
 * <p>Example: 10 ms of own work, one sequential call with a hop of 1 ms to a service that takes 5 ms: 16 ms, 6 of them
 * waiting.
 */
final class Waits {
    private static final double SETTLED = 1e-9;
    private static final int MOST_ROUNDS = 10_000;

    /** What decides the waits: besides who calls whom, how long a hop takes and what functions are granted. */
    record Key(Grouping grouping, Flows flows, Demand demand, double hop, double memory, double memoryPerVcpu) {}

    private final Topology topology;
    private final Mode[] modes;
    private final int[] unitOf;
    private final double hop;
    private final double[] own;

    /** Own work and all that is waited for. */
    final double[] time;
    /** The part of it spent waiting for other units. */
    final double[] remote;

    Waits(Topology topology, Mode[] modes, int[] unitOf, double[] own, double hop) {
        this.topology = topology;
        this.modes = modes;
        this.unitOf = unitOf;
        this.own = own;
        this.hop = hop;
        time = own.clone();
        remote = new double[own.length];
        for (int component = topology.components() - 1; component >= 0; component--) {
            settle(component);
        }
    }

    private void settle(int component) {
        double moved = 1;
        for (int round = 0; round < MOST_ROUNDS && moved > SETTLED; round++) {
            moved = 0;
            for (int i = 0; i < topology.size(component); i++) {
                int service = topology.member(component, i);
                double before = time[service];
                answer(service);
                moved = Math.max(moved, time[service] > 0 ? (time[service] - before) / time[service] : 0);
            }
        }
    }

    private void answer(int service) {
        double sum = own[service];
        double away = 0;
        double longest = 0;
        double longestAway = 0;
        for (int i = 0; i < topology.fanOut(service); i++) {
            int call = topology.out(service, i);
            boolean leaves = unitOf[topology.to(call)] != unitOf[service];
            double takes = time[topology.to(call)] + (leaves ? hop : 0);
            switch (modes[call]) {
                case SEQUENTIAL -> {
                    sum += topology.perRequest(call) * takes;
                    away += leaves ? topology.perRequest(call) * takes : 0;
                }
                case PARALLEL -> {
                    double expected = Math.min(1, topology.perRequest(call)) * takes;
                    longest = Math.max(longest, expected);
                    longestAway = Math.max(longestAway, leaves ? expected : 0);
                }
                case ASYNC -> {
                }
            }
        }
        time[service] = sum + longest;
        remote[service] = away + longestAway;
    }
}
