package dev.tare.engine.latency;

import java.util.Arrays;

import dev.tare.engine.Percentiles;

/** Arithmetic on rows of draws; a row is read from any start and runs on at its beginning. */
final class Sample {
    /** Percentiles are kept to this fraction of a ms, so that their differences add up without rounding. */
    private static final double GRAIN = 1 << 30;

    private Sample() {}

    /** sum[i] += max(hop[i], least) + row[start + i]. */
    static void add(double[] sum, double[] hop, double least, double[] row, int start) {
        int first = row.length - start;
        for (int i = 0; i < first; i++) {
            sum[i] += Math.max(hop[i], least) + row[start + i];
        }
        for (int i = first; i < row.length; i++) {
            sum[i] += Math.max(hop[i], least) + row[i - first];
        }
    }

    /** sum[i] += row[i]. */
    static void add(double[] sum, double[] row) {
        for (int i = 0; i < row.length; i++) {
            sum[i] += row[i];
        }
    }

    /** longest[i] = the longer of itself and row[i]. */
    static void longest(double[] longest, double[] row) {
        for (int i = 0; i < row.length; i++) {
            longest[i] = Math.max(longest[i], row[i]);
        }
    }

    /** into[i] += quantiles[order[start + i]]: a draw of each quantile once, in the order a key picks. */
    static void draw(double[] into, double[] quantiles, int[] order, int start) {
        int first = order.length - start;
        for (int i = 0; i < first; i++) {
            into[i] += quantiles[order[start + i]];
        }
        for (int i = first; i < order.length; i++) {
            into[i] += quantiles[order[i - first]];
        }
    }

    /** Sets a row to 0 but for {@code kept} of its draws, those the order picks. */
    static void thin(double[] row, int kept, int[] order, int start) {
        int mask = row.length - 1;
        for (int i = 0; i < row.length; i++) {
            row[i] = order[(start + i) & mask] < kept ? row[i] : 0;
        }
    }

    static double mean(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        return sum / row.length;
    }

    static double[] sorted(double[] row) {
        double[] sorted = row.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The value below which a share p of an ascending row lies, each value standing for the middle of its slice. */
    static double quantile(double[] sorted, double p) {
        double at = Math.clamp(p * sorted.length - 0.5, 0, sorted.length - 1);
        int below = (int) at;
        double rest = at - below;
        double low = sorted[below];
        return rest == 0 ? low : low + rest * (sorted[below + 1] - low);
    }

    static Percentiles percentiles(double[] row) {
        double[] sorted = sorted(row);
        return new Percentiles(grain(quantile(sorted, 0.5)), grain(quantile(sorted, 0.9)),
                grain(quantile(sorted, 0.99)));
    }

    static double grain(double ms) {
        return Math.rint(ms * GRAIN) / GRAIN;
    }
}
