package dev.tare.engine.advice;

import dev.tare.engine.Evidence;

import java.util.BitSet;

import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;

/** Who calls whom how often: requests/s from one service to another, by call. */
public record Calls(int[] from, int[] to, double[] rate) {
    /** The calls of a graph at their mean rate. */
    public static Calls of(Topology topology, Traffic traffic) {
        int calls = topology.calls();
        int[] from = new int[calls];
        int[] to = new int[calls];
        double[] rate = new double[calls];
        for (int call = 0; call < calls; call++) {
            from[call] = topology.from(call);
            to[call] = topology.to(call);
            rate[call] = traffic.callRate(call);
        }
        return new Calls(from, to, rate);
    }

    /** What speaks for merging two sets of services. */
    Evidence between(int[] left, int[] right) {
        BitSet here = set(left);
        BitSet there = set(right);
        double over = 0;
        double back = 0;
        double[] out = new double[2];
        double[] in = new double[2];
        for (int call = 0; call < from.length; call++) {
            int caller = side(from[call], here, there);
            int callee = side(to[call], here, there);
            if (caller != callee) {
                over += caller == 0 && callee == 1 ? rate[call] : 0;
                back += caller == 1 && callee == 0 ? rate[call] : 0;
                add(caller, rate[call], out);
                add(callee, rate[call], in);
            }
        }
        return over >= back
                ? new Evidence(over + back, share(over, out[0]), share(over, in[1]))
                : new Evidence(over + back, share(back, out[1]), share(back, in[0]));
    }

    private static int side(int service, BitSet here, BitSet there) {
        return here.get(service) ? 0 : there.get(service) ? 1 : 2;
    }

    private static void add(int side, double rate, double[] to) {
        if (side < 2) {
            to[side] += rate;
        }
    }

    private static double share(double part, double of) {
        return of > 0 ? part / of : 0;
    }

    private static BitSet set(int[] services) {
        BitSet set = new BitSet();
        for (int service : services) {
            set.set(service);
        }
        return set;
    }
}
