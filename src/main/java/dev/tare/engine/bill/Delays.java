package dev.tare.engine.bill;

import dev.tare.engine.graph.Topology;
import java.util.Arrays;

/**
 * How long requests wait, as {@link Waits} finds it, in several draws of the assumptions at once: each call is read
 * once and counted in every draw before the next is read. Loops are followed draw by draw, so that no draw depends on
 * the company it is found in.
 */
final class Delays {
    private static final double SETTLED = 1e-9;
    private static final int MOST_ROUNDS = 10_000;

    private final Topology topology;
    private final int[] unitOf;
    private final int draws;
    /** By service and draw: own work first, and once it is answered all a request takes there. */
    private final double[][] time;
    private final double[] hop;
    private final double[] none;
    private final double[] inside;
    private final double[] away;
    private final double[] longestInside;
    private final double[] longestAway;
    /** What the service answered last spends waiting for other units, by draw. */
    private final double[] remote;

    /** Takes a service's waiting in every draw; the array is used again for the next. */
    interface Taker {
        void take(int service, double[] remote);
    }

    /**
     * Gets ready.
     *
     * @param own ms of each service's own work, by service and draw; taken over
     * @param hop ms of a hop, by draw
     */
    Delays(Lots lots, double[][] own, double[] hop) {
        topology = lots.flows.topology;
        unitOf = lots.grouping.unitOf;
        draws = hop.length;
        this.hop = hop;
        time = own;
        none = new double[draws];
        inside = new double[draws];
        away = new double[draws];
        longestInside = new double[draws];
        longestAway = new double[draws];
        remote = new double[draws];
    }

    /** Finds the delays from the last called to the first callers. */
    void find(Taker taker) {
        for (int component = topology.components() - 1; component >= 0; component--) {
            if (topology.size(component) > 1 || callsItself(topology.member(component, 0))) {
                loop(component, taker);
            } else {
                int service = topology.member(component, 0);
                answer(service, time[service], 0, draws);
                taker.take(service, remote);
            }
        }
    }

    private void loop(int component, Taker taker) {
        double[][] own = new double[topology.size(component)][];
        Arrays.setAll(own, i -> time[topology.member(component, i)].clone());
        for (int draw = 0; draw < draws; draw++) {
            settle(component, own, draw);
        }
        for (int i = 0; i < own.length; i++) {
            answer(topology.member(component, i), own[i], 0, draws);
            taker.take(topology.member(component, i), remote);
        }
    }

    private boolean callsItself(int service) {
        for (int place = topology.first(service); place < topology.first(service + 1); place++) {
            if (topology.callee(place) == service) {
                return true;
            }
        }
        return false;
    }

    private void settle(int component, double[][] own, int draw) {
        double moved = 1;
        for (int round = 0; round < MOST_ROUNDS && moved > SETTLED; round++) {
            moved = 0;
            for (int i = 0; i < own.length; i++) {
                double[] row = time[topology.member(component, i)];
                double before = row[draw];
                answer(topology.member(component, i), own[i], draw, draw + 1);
                moved = Math.max(moved, row[draw] > 0 ? (row[draw] - before) / row[draw] : 0);
            }
        }
    }

    private void answer(int service, double[] own, int from, int upTo) {
        clear(from, upTo);
        for (int place = topology.first(service); place < topology.first(service + 1); place++) {
            int callee = topology.callee(place);
            boolean leaves = unitOf[callee] != unitOf[service];
            double times = topology.times(place);
            double[] takes = time[callee];
            switch (topology.mode(place)) {
                case SEQUENTIAL -> add(leaves ? away : inside, times, takes, leaves ? hop : none, from, upTo);
                case PARALLEL -> longest(leaves ? longestAway : longestInside, Math.min(1, times), takes,
                        leaves ? hop : none, from, upTo);
                case ASYNC -> {
                }
            }
        }
        sum(time[service], own, from, upTo);
    }

    // Plain loops over rows at one index, which the compiler turns into vector instructions.

    private void sum(double[] row, double[] own, int from, int upTo) {
        for (int draw = from; draw < upTo; draw++) {
            row[draw] = own[draw] + inside[draw] + away[draw] + Math.max(longestInside[draw], longestAway[draw]);
        }
        for (int draw = from; draw < upTo; draw++) {
            remote[draw] = away[draw] + longestAway[draw];
        }
    }

    private void clear(int from, int upTo) {
        Arrays.fill(inside, from, upTo, 0);
        Arrays.fill(away, from, upTo, 0);
        Arrays.fill(longestInside, from, upTo, 0);
        Arrays.fill(longestAway, from, upTo, 0);
    }

    private static void add(double[] to, double times, double[] takes, double[] hop, int from, int upTo) {
        for (int draw = from; draw < upTo; draw++) {
            to[draw] += times * (takes[draw] + hop[draw]);
        }
    }

    private static void longest(double[] to, double share, double[] takes, double[] hop, int from, int upTo) {
        for (int draw = from; draw < upTo; draw++) {
            to[draw] = Math.max(to[draw], share * (takes[draw] + hop[draw]));
        }
    }
}
