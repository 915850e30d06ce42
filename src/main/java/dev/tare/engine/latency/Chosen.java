package dev.tare.engine.latency;

import java.util.Arrays;

/**
 * Requests about as slow as a quantile says: from a little below its place up to where their mean is the quantile, so
 * that what they spent here and there sums to it. A quarter of a percent is looked at below it, more where fewer than 100
 * requests would be.
 *
 * <p>Example: of 65,536 requests about the 99th percentile those from place 64,717 on, some 300.
 *
 * @param least the fastest of them, ms
 * @param most  the slowest of them, ms
 */
record Chosen(double least, double most) {
    private static final double BELOW = 0.0025;
    private static final double FEWEST = 100;
    private static final double WIDEST = 0.9;

    /** All requests. */
    static final Chosen ALL = new Chosen(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Chosen about(double[] totals, double share) {
        double[] sorted = Sample.sorted(totals);
        double quantile = Sample.quantile(sorted, share);
        double below = Math.min(Math.max(BELOW, FEWEST / sorted.length), WIDEST * Math.min(share, 1 - share));
        int first = Math.clamp((int) ((share - below) * sorted.length), 0, sorted.length - 1);
        int last = first;
        double sum = sorted[first];
        while (last + 1 < sorted.length && sum < quantile * (last - first + 1)) {
            sum += sorted[++last];
        }
        return new Chosen(sorted[first], Math.max(quantile, sorted[last]));
    }

    boolean has(double ms) {
        return ms >= least && ms <= most;
    }

    /** For each request 1 where it is chosen, 0 else; nothing where none is. */
    double[] of(double[] totals) {
        double[] chosen = new double[totals.length];
        Arrays.setAll(chosen, i -> has(totals[i]) ? 1 : 0);
        return chosen;
    }
}
