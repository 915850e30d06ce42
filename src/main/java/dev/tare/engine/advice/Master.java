package dev.tare.engine.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cheapest mix of known units in which every item occurs once, fractions allowed: min Σ c_B x_B with Σ_{B∋i} x_B = 1
 * and x ≥ 0, by the revised simplex method with a dense inverse. Item prices (the duals) say what an item's place in
 * its unit is worth; a unit that costs less than its items' prices improves the mix.
 *
 * <p>The right-hand side is shifted by less than 1e-6, by item, so that no step stands still; prices found this way
 * still bound the unshifted problem.
 */
final class Master {
    private static final double TINY = 1e-9;
    private static final int BATCH = 128;

    private final Problem problem;
    private final int n;
    private final List<Long> blocks = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();
    private final Set<Long> known = new HashSet<>();
    private final int[] basis;
    private double[][] inverse;
    private final double[] value;
    private final double[] price;
    private int next;

    /** Starts from every item alone. */
    Master(Problem problem) {
        this.problem = problem;
        n = problem.items();
        basis = new int[n];
        inverse = new double[n][n];
        value = new double[n];
        price = new double[n];
        for (int i = 0; i < n; i++) {
            add(1L << i);
            basis[i] = i;
        }
    }

    /** Adds a unit to choose from, once. */
    void add(long block) {
        if (known.add(block)) {
            blocks.add(block);
            costs.add(problem.cost(block));
        }
    }

    /** Finds the cheapest mix of the units added so far. */
    void solve() {
        invert();
        for (int entering = cheapest(); entering >= 0; entering = cheapest()) {
            pivot(entering);
        }
    }

    /** What each item's place is worth in the mix. */
    double[] prices() {
        return price;
    }

    List<Long> blocks() {
        return blocks;
    }

    /** For each pair of items how much of the mix has them in one unit; exactly 0 or 1 where the mix is a grouping. */
    double[][] shared() {
        double[][] shared = new double[n][n];
        for (int r = 0; r < n; r++) {
            long block = blocks.get(basis[r]);
            for (long i = block; i != 0; i &= i - 1) {
                for (long j = block; j != 0; j &= j - 1) {
                    shared[Long.numberOfTrailingZeros(i)][Long.numberOfTrailingZeros(j)] += value[r];
                }
            }
        }
        return shared;
    }

    /**
     * The unit furthest below its items' prices among the next of them, by position, or -1 when none at all is below: a
     * batch is looked through at a time, from where the last one ended.
     */
    private int cheapest() {
        price();
        int cheapest = -1;
        double least = 0;
        for (int looked = 0; looked < blocks.size(); looked++) {
            if (looked % BATCH == 0 && cheapest >= 0) {
                return cheapest;
            }
            int k = next < blocks.size() ? next : 0;
            next = k + 1;
            double reduced = costs.get(k) - worth(blocks.get(k));
            if (reduced < least - TINY * (1 + Math.abs(costs.get(k)))) {
                least = reduced;
                cheapest = k;
            }
        }
        return cheapest;
    }

    private double worth(long block) {
        double worth = 0;
        for (long b = block; b != 0; b &= b - 1) {
            worth += price[Long.numberOfTrailingZeros(b)];
        }
        return worth;
    }

    private void price() {
        for (int i = 0; i < n; i++) {
            price[i] = 0;
            for (int r = 0; r < n; r++) {
                price[i] += costs.get(basis[r]) * inverse[r][i];
            }
        }
    }

    private void pivot(int entering) {
        double[] step = new double[n];
        int leaving = -1;
        for (int r = 0; r < n; r++) {
            for (long b = blocks.get(entering); b != 0; b &= b - 1) {
                step[r] += inverse[r][Long.numberOfTrailingZeros(b)];
            }
            if (step[r] > 1e-7 && (leaving < 0 || value[r] * step[leaving] < value[leaving] * step[r])) {
                leaving = r;
            }
        }
        double length = value[leaving] / step[leaving];
        for (int r = 0; r < n; r++) {
            if (r != leaving) {
                value[r] = Math.max(0, value[r] - length * step[r]);
                subtract(inverse[r], inverse[leaving], step[r] / step[leaving]);
            }
        }
        scale(inverse[leaving], 1 / step[leaving]);
        value[leaving] = length;
        basis[leaving] = entering;
    }

    /** Inverts the matrix of the chosen units afresh (Gauss-Jordan, largest pivot) and values them anew. */
    private void invert() {
        double[][] work = new double[n][2 * n];
        for (int r = 0; r < n; r++) {
            for (long b = blocks.get(basis[r]); b != 0; b &= b - 1) {
                work[Long.numberOfTrailingZeros(b)][r] = 1;
            }
            work[r][n + r] = 1;
        }
        for (int c = 0; c < n; c++) {
            eliminate(work, c);
        }
        for (int r = 0; r < n; r++) {
            System.arraycopy(work[r], n, inverse[r], 0, n);
            value[r] = 0;
            for (int i = 0; i < n; i++) {
                value[r] += inverse[r][i] * (1 + 1e-6 * ((i * 0.6180339887498949 + 0.3) % 1));
            }
            value[r] = Math.max(0, value[r]);
        }
    }

    private static void eliminate(double[][] work, int c) {
        int pivot = c;
        for (int r = c + 1; r < work.length; r++) {
            pivot = Math.abs(work[r][c]) > Math.abs(work[pivot][c]) ? r : pivot;
        }
        double[] row = work[pivot];
        work[pivot] = work[c];
        work[c] = row;
        scale(row, 1 / row[c]);
        for (int r = 0; r < work.length; r++) {
            if (r != c && work[r][c] != 0) {
                subtract(work[r], row, work[r][c]);
            }
        }
    }

    private static void scale(double[] row, double by) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= by;
        }
    }

    private static void subtract(double[] row, double[] other, double times) {
        for (int i = 0; i < row.length; i++) {
            row[i] -= times * other[i];
        }
    }
}
