package dev.tare.engine.graph;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A large loop, solved by iterating x ← b + A x from b, which rises to the solution. Whether it has one is told
 * beforehand by following one request at every service: once every service sees less than one request in some round
 * the loop dies out, once every service sees one or more it does not.
 */
record SparseLoop(Inside inside) implements Loop {
    private static final int MOST_ROUNDS = 100_000;
    private static final double SETTLED = 1e-14;

    static @Nullable SparseLoop of(int size, Inside inside) {
        SparseLoop loop = new SparseLoop(inside);
        return loop.diesOut(size) ? loop : null;
    }

    private boolean diesOut(int size) {
        double[] round = new double[size];
        Arrays.fill(round, 1);
        for (int i = 0; i < MOST_ROUNDS; i++) {
            round = step(new double[size], round, inside.from(), inside.to());
            double least = Arrays.stream(round).min().orElse(0);
            if (least >= 1 - NEAREST) {
                return false;
            }
            if (Arrays.stream(round).max().orElse(0) < 1 - NEAREST) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void forward(double[] x) {
        iterate(x, inside.from(), inside.to());
    }

    @Override
    public void backward(double[] x) {
        iterate(x, inside.to(), inside.from());
    }

    private void iterate(double[] x, int[] read, int[] write) {
        double[] given = x.clone();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] better = step(given.clone(), x, read, write);
            boolean settled = settled(x, better);
            System.arraycopy(better, 0, x, 0, x.length);
            if (settled) {
                return;
            }
        }
    }

    private double[] step(double[] sum, double[] x, int[] read, int[] write) {
        for (int call = 0; call < read.length; call++) {
            sum[write[call]] += inside.perRequest()[call] * x[read[call]];
        }
        return sum;
    }

    private static boolean settled(double[] x, double[] better) {
        for (int i = 0; i < x.length; i++) {
            if (better[i] - x[i] > SETTLED * better[i]) {
                return false;
            }
        }
        return true;
    }
}
