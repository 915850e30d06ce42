package dev.tare.engine.bill;

import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.graph.Topology;

/**
 * How long requests wait, as {@link Waits} finds it, in several draws of the assumptions at once: each call is read
 * once and counted in every draw before the next is read. Loops are followed draw by draw, so that no draw depends on
 * the company it is found in.
 */
final class Delays {
    private static final double SETTLED = 1e-9;
    private static final int MOST_ROUNDS = 10_000;

    private final Topology topology;
    private final Mode[] modes;
    private final int[] unitOf;
    private final int draws;
    private final double[] own;
    private final double[] time;
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
     * @param own ms of each service's own work, a row of draws for each service in turn
     * @param hop ms of a hop, by draw
     */
    Delays(Lots lots, double[] own, double[] hop) {
        topology = lots.flows.topology;
        modes = lots.grouping.columns.modes;
        unitOf = lots.grouping.unitOf;
        draws = hop.length;
        this.own = own;
        this.hop = hop;
        time = own.clone();
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
                for (int draw = 0; draw < draws; draw++) {
                    settle(component, draw);
                }
            }
            for (int i = 0; i < topology.size(component); i++) {
                int service = topology.member(component, i);
                answer(service, 0, draws);
                taker.take(service, remote);
            }
        }
    }

    private boolean callsItself(int service) {
        for (int i = 0; i < topology.fanOut(service); i++) {
            if (topology.to(topology.out(service, i)) == service) {
                return true;
            }
        }
        return false;
    }

    private void settle(int component, int draw) {
        double moved = 1;
        for (int round = 0; round < MOST_ROUNDS && moved > SETTLED; round++) {
            moved = 0;
            for (int i = 0; i < topology.size(component); i++) {
                int at = topology.member(component, i) * draws + draw;
                double before = time[at];
                answer(topology.member(component, i), draw, draw + 1);
                moved = Math.max(moved, time[at] > 0 ? (time[at] - before) / time[at] : 0);
            }
        }
    }

    private void answer(int service, int from, int upTo) {
        clear(from, upTo);
        for (int i = 0; i < topology.fanOut(service); i++) {
            int call = topology.out(service, i);
            int callee = topology.to(call);
            boolean leaves = unitOf[callee] != unitOf[service];
            double times = topology.perRequest(call);
            switch (modes[call]) {
                case SEQUENTIAL -> add(leaves ? away : inside, times, time, callee * draws, leaves ? hop : none, from,
                        upTo);
                case PARALLEL -> longest(leaves ? longestAway : longestInside, Math.min(1, times), time,
                        callee * draws, leaves ? hop : none, from, upTo);
                case ASYNC -> {
                }
            }
        }
        for (int draw = from; draw < upTo; draw++) {
            time[service * draws + draw] = own[service * draws + draw] + inside[draw] + away[draw]
                    + Math.max(longestInside[draw], longestAway[draw]);
            remote[draw] = away[draw] + longestAway[draw];
        }
    }

    private void clear(int from, int upTo) {
        for (int draw = from; draw < upTo; draw++) {
            inside[draw] = 0;
            away[draw] = 0;
            longestInside[draw] = 0;
            longestAway[draw] = 0;
        }
    }

    private static void add(double[] to, double times, double[] time, int at, double[] hop, int from, int upTo) {
        for (int draw = from; draw < upTo; draw++) {
            to[draw] += times * (time[at + draw] + hop[draw]);
        }
    }

    private static void longest(double[] to, double share, double[] time, int at, double[] hop, int from, int upTo) {
        for (int draw = from; draw < upTo; draw++) {
            to[draw] = Math.max(to[draw], share * (time[at + draw] + hop[draw]));
        }
    }
}
