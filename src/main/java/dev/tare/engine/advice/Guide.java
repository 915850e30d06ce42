package dev.tare.engine.advice;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Takes an objective apart by weighing it: groupings of one to all units are drawn, each weighed as a whole plan, and
 * what a unit, a remote call and a remote byte cost is read off by least squares, none of them below zero. Knows no
 * price and no formula, so it fits any objective; it leads a search and is never reported.
 *
 * <p>Example: an objective of 100 + 3 · units + 2 · remote calls/s is found again exactly.
 */
public final class Guide {
    private static final int COSTS = 4;
    private static final int SEED = 30_07;

    private final Calls calls;
    private final double[] bytes;

    private Guide(Calls calls, double[] bytes) {
        this.calls = calls;
        this.bytes = bytes;
    }

    /**
     * Fits terms to an objective.
     *
     * @param objective what to take apart
     * @param calls     who calls whom how often
     * @param bytes     bytes/s of each call, both ways
     * @param memory    bytes of each service in a process
     * @param drawn     how many groupings to weigh
     */
    public static Terms fit(Objective objective, Calls calls, double[] bytes, double[] memory, int drawn) {
        Guide guide = new Guide(calls, bytes);
        double[][] features = new double[drawn][];
        double[] weight = new double[drawn];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int k = 0; k < drawn; k++) {
            int[] units = drawn(memory.length, k, drawn, random);
            features[k] = guide.features(units);
            weight[k] = objective.weigh(units);
        }
        return guide.terms(LeastSquares.notNegative(features, weight), memory);
    }

    /** From one unit to one each: the share of services that leave the first unit for one of many grows. */
    private static int[] drawn(int services, int k, int drawn, SplittableRandom random) {
        int units = (int) Math.round(Math.pow(services, k / Math.max(1.0, drawn - 1)));
        int[] grouping = new int[services];
        Arrays.setAll(grouping, i -> units >= services ? i : random.nextInt(units));
        return Grouping.canonical(grouping);
    }

    private double[] features(int[] units) {
        double[] features = new double[COSTS];
        features[0] = 1;
        features[1] = Grouping.count(units);
        for (int call = 0; call < bytes.length; call++) {
            boolean remote = units[calls.from()[call]] != units[calls.to()[call]];
            features[2] += remote ? calls.rate()[call] : 0;
            features[3] += remote ? bytes[call] : 0;
        }
        return features;
    }

    private Terms terms(double[] cost, double[] memory) {
        int services = memory.length;
        double[] saved = new double[bytes.length];
        double remote = 0;
        for (int call = 0; call < saved.length; call++) {
            saved[call] = -cost[2] * calls.rate()[call] - cost[3] * bytes[call];
            remote -= calls.from()[call] == calls.to()[call] ? 0 : saved[call];
        }
        double[] alone = new double[services];
        Arrays.fill(alone, cost[1]);
        Terms.Load load = new Terms.Load(alone, new double[services], new double[services], memory, new int[services]);
        return new Terms(cost[0] + remote, load, new Sizing(1, Double.POSITIVE_INFINITY, cost[1], 0),
                Pairs.of(services, calls.from(), calls.to(), saved), 0);
    }
}
