package dev.tare.engine.graph;

import java.util.Arrays;

/**
 * What it costs outside requests that units fail. A request at service s touches a failed unit when s is in it or one
 * of the calls s waits for touches it: t_s = 1 − Π over calls c of (1 − t_callee)^m_c, a fraction of a call happening
 * in that share of requests, calls independent of each other. Nothing is retried and nothing degrades: the request is
 * lost.
 *
 * <p>Example: 10 requests/s into a, 30 into b; a → c, b → c half the time, one unit each. When c fails, 0.625 of the
 * requests are lost; when a fails, 0.25. At 0.999 available each, a chain of ten units is 0.999^10 = 0.990 available.
 *
 * <p>Costs one pass over the graph for each unit asked about.
 */
public final class Outages {
    private static final double SETTLED = 1e-12;
    private static final int MOST_ROUNDS = 10_000;

    private final Topology topology;
    private final Traffic traffic;
    private final int[] units;

    /** For a grouping with service {@code s} in unit {@code units[s]}. */
    public Outages(Topology topology, Traffic traffic, int[] units) {
        this.topology = topology;
        this.traffic = traffic;
        this.units = units.clone();
    }

    /** Share of outside requests, 0 to 1, lost while one unit is down. */
    public double lost(int unit) {
        double[] touched = touched(unit);
        return weighted(traffic.entries().stream().mapToDouble(entry -> touched[entry.service()]).toArray());
    }

    /**
     * Share of outside requests, 0 to 1, that meet no failed unit when unit {@code u} is up for a share
     * {@code byUnit[u]} of the time, independently: Π over units of 1 − t (1 − a).
     */
    public double availability(double[] byUnit) {
        double[] up = new double[traffic.entries().size()];
        Arrays.fill(up, 1);
        for (int unit = 0; unit < byUnit.length; unit++) {
            double[] touched = touched(unit);
            for (int entry = 0; entry < up.length; entry++) {
                up[entry] *= 1 - touched[traffic.entries().get(entry).service()] * (1 - byUnit[unit]);
            }
        }
        return weighted(up);
    }

    private double weighted(double[] byEntry) {
        double entering = traffic.entering();
        double sum = 0;
        for (int entry = 0; entry < byEntry.length; entry++) {
            sum += traffic.entries().get(entry).meanPerSecond() * byEntry[entry];
        }
        return entering > 0 ? sum / entering : 0;
    }

    private double[] touched(int unit) {
        double[] touched = new double[topology.services()];
        Condensation waiting = topology.waiting();
        for (int component = waiting.count() - 1; component >= 0; component--) {
            double moved = 1;
            for (int round = 0; round < MOST_ROUNDS && moved > SETTLED; round++) {
                moved = 0;
                for (int i = 0; i < waiting.size(component); i++) {
                    int service = waiting.member(component, i);
                    double before = touched[service];
                    touched[service] = units[service] == unit ? 1 : anyTouched(service, touched);
                    moved = Math.max(moved, touched[service] - before);
                }
            }
        }
        return touched;
    }

    private double anyTouched(int service, double[] touched) {
        double none = 1;
        for (int i = 0; i < topology.fanOut(service); i++) {
            int call = topology.out(service, i);
            double callee = touched[topology.to(call)];
            if (topology.waits(call) && callee > 0) {
                double whole = Math.floor(topology.perRequest(call));
                none *= StrictMath.pow(1 - callee, whole) * (1 - (topology.perRequest(call) - whole) * callee);
            }
        }
        return 1 - none;
    }
}
