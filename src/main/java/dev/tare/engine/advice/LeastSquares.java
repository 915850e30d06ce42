package dev.tare.engine.advice;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Linear least squares for a handful of features, of which all but the first (the constant) must not be negative. */
final class LeastSquares {
    private LeastSquares() {}

    /** Tries every subset of the features and keeps the one that fits best with nothing below zero. */
    static double[] notNegative(double[][] features, double[] value) {
        int count = features[0].length;
        double[] scale = new double[count];
        for (int f = 0; f < count; f++) {
            int at = f;
            double most = Arrays.stream(features).mapToDouble(row -> Math.abs(row[at])).max().orElse(1);
            scale[f] = most > 0 ? most : 1;
        }
        double[][] scaled = Arrays.stream(features)
                .map(row -> IntStream.range(0, count).mapToDouble(f -> row[f] / scale[f]).toArray())
                .toArray(double[][]::new);
        double[] best = new double[count];
        double least = Double.POSITIVE_INFINITY;
        for (int set = (1 << count) - 1; set > 0; set -= 2) {
            double[] found = solve(scaled, value, set);
            double off = Arrays.stream(found).skip(1).allMatch(c -> c >= 0)
                    ? off(scaled, value, found)
                    : Double.POSITIVE_INFINITY;
            if (off < least * (1 - 1e-9)) {
                least = off;
                best = found;
            }
        }
        for (int f = 0; f < count; f++) {
            best[f] /= scale[f];
        }
        return best;
    }

    private static double off(double[][] features, double[] value, double[] cost) {
        double sum = 0;
        for (int k = 0; k < value.length; k++) {
            double off = value[k];
            for (int f = 0; f < cost.length; f++) {
                off -= cost[f] * features[k][f];
            }
            sum += off * off;
        }
        return sum;
    }

    /** The normal equations of the chosen features, by Gauss with the largest pivot; 0 for features without effect. */
    private static double[] solve(double[][] features, double[] value, int set) {
        int n = features[0].length;
        double[][] work = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < value.length && chosen(set, i); k++) {
                for (int j = 0; j < n; j++) {
                    work[i][j] += chosen(set, j) ? features[k][i] * features[k][j] : 0;
                }
                work[i][n] += features[k][i] * value[k];
            }
        }
        return eliminate(work);
    }

    private static boolean chosen(int set, int feature) {
        return (set >> feature & 1) != 0;
    }

    private static double[] eliminate(double[][] work) {
        int n = work.length;
        double[] cost = new double[n];
        boolean[] used = new boolean[n];
        int[] pivotOf = new int[n];
        Arrays.fill(pivotOf, -1);
        for (int c = 0; c < n; c++) {
            int pivot = pivot(work, used, c);
            if (pivot >= 0) {
                used[pivot] = true;
                pivotOf[c] = pivot;
                clear(work, pivot, c);
            }
        }
        for (int c = 0; c < n; c++) {
            cost[c] = pivotOf[c] < 0 ? 0 : work[pivotOf[c]][n] / work[pivotOf[c]][c];
        }
        return cost;
    }

    private static int pivot(double[][] work, boolean[] used, int column) {
        int pivot = -1;
        for (int r = 0; r < work.length; r++) {
            boolean larger = !used[r] && Math.abs(work[r][column]) > 1e-9;
            pivot = larger && (pivot < 0 || Math.abs(work[r][column]) > Math.abs(work[pivot][column])) ? r : pivot;
        }
        return pivot;
    }

    private static void clear(double[][] work, int pivot, int column) {
        for (int r = 0; r < work.length; r++) {
            double times = r == pivot ? 0 : work[r][column] / work[pivot][column];
            for (int j = 0; j < work[r].length; j++) {
                work[r][j] -= times * work[pivot][j];
            }
        }
    }
}
