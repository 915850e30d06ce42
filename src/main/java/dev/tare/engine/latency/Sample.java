package dev.tare.engine.latency;

import java.util.Arrays;

import dev.tare.engine.Percentiles;

/** Arithmetic on rows of draws. The loops that run over every call are of the form processors do several of at once. */
final class Sample {
    /** Percentiles are kept to this fraction of a ms, so that their differences add up without rounding. */
    private static final double GRAIN = 1 << 30;

    private static final double LATE = 0.99;

    private Sample() {}

    /** into[i] = row[start + i], running on at the beginning. */
    static void rotate(double[] into, double[] row, int start) {
        System.arraycopy(row, start, into, 0, row.length - start);
        System.arraycopy(row, 0, into, row.length - start, start);
    }

    /** sum[i] += row[i]. */
    static void add(double[] sum, double[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i];
        }
    }

    /** sum[i] += hop[i] + row[i]. */
    static void add(double[] sum, double[] hop, double[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += hop[i] + row[i];
        }
    }

    /** longest[i] = the longer of itself and row[i]. */
    static void longest(double[] longest, double[] row) {
        for (int i = 0; i < longest.length; i++) {
            longest[i] = Math.max(longest[i], row[i]);
        }
    }

    /** longest[i] = the longer of itself and hop[i] + row[i]. */
    static void longest(double[] longest, double[] hop, double[] row) {
        for (int i = 0; i < longest.length; i++) {
            longest[i] = Math.max(longest[i], hop[i] + row[i]);
        }
    }

    /** sum[i] += made[i] · (hop[i] + row[i]). */
    static void add(double[] sum, double[] made, double[] hop, double[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += made[i] * (hop[i] + row[i]);
        }
    }

    /** longest[i] = the longer of itself, never less than nothing, and made[i] · (hop[i] + row[i]). */
    static void longest(double[] longest, double[] made, double[] hop, double[] row) {
        for (int i = 0; i < longest.length; i++) {
            longest[i] = Math.max(longest[i], made[i] * (hop[i] + row[i]));
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
        double at = place(sorted.length, p);
        int below = (int) at;
        double rest = at - below;
        double low = sorted[below];
        return rest == 0 ? low : low + rest * (sorted[below + 1] - low);
    }

    /**
     * Percentiles of a row, and the standard error of p99 of so many independent draws: half of what lies between the places
     * one standard deviation √(n · 0.99 · 0.01) below and above it. Draws that take every slice once err less.
     */
    static Read read(double[] row) {
        double late = place(row.length, LATE);
        double spread = Math.sqrt(row.length * LATE * (1 - LATE));
        double[] at = { place(row.length, 0.5), place(row.length, 0.9), late };
        int last = row.length - 1;
        double[] values = Ranks.at(row,
                new int[]{ (int) at[0], Math.min(last, (int) at[0] + 1), (int) at[1], Math.min(last, (int) at[1] + 1),
                    (int) Math.rint(late - spread), (int) late, Math.min(last, (int) late + 1),
                    (int) Math.min(last, Math.rint(late + spread)) });
        return new Read(
                new Percentiles(between(values[0], values[1], at[0]), between(values[2], values[3], at[1]),
                        between(values[5], values[6], at[2])),
                (values[7] - values[4]) / 2);
    }

    private static double between(double low, double high, double place) {
        return grain(low + (place - (int) place) * (high - low));
    }

    /** What is read off a row. */
    record Read(Percentiles percentiles, double p99Error) {}

    private static double place(int length, double share) {
        return Math.clamp(share * length - 0.5, 0, length - 1);
    }

    static double grain(double ms) {
        return Math.rint(ms * GRAIN) / GRAIN;
    }
}
