package dev.tare.engine.latency;

/**
 * Calls from one service to another, made so often for each request of the caller: 2.3 is twice always and a third time
 * for 3 requests in 10. Beyond 16 times it is drawn 16 times and scaled up.
 *
 * <p>Sequential: the sum of n like times has mean n µ and variance n v, so S = n µ + √(n ÷ 16) (s − 16 µ) of the sum
 * s of 16. Parallel: the longest of n is the longest of 16 read at the quantile u^(16 ÷ n) in place of u, at most the
 * longest drawn.
 *
 * @param callee   by position
 * @param parallel whether it is made beside the caller's other parallel calls
 * @param times    calls for each request
 * @param turn     how many draws the caller's calls before this one take
 * @param key      of its draws
 */
record Leg(int callee, boolean parallel, double times, int turn, long key) {
    private static final int MOST_COPIES = 16;

    /** How many are drawn. */
    int copies() {
        return copies(times);
    }

    static int copies(double times) {
        return (int) Math.ceil(Math.min(times, MOST_COPIES));
    }

    /** Share of the requests that make a copy: all, but for the last one. */
    double share(int copy) {
        return Math.min(1, times - copy);
    }

    boolean scaled() {
        return times > MOST_COPIES;
    }

    /** Turns the sum or the longest of the copies into that of all. */
    void scale(double[] row) {
        if (parallel) {
            scaleLongest(row);
        } else {
            scaleSum(row);
        }
    }

    private void scaleSum(double[] sum) {
        double mean = Sample.mean(sum) / MOST_COPIES;
        double spread = Math.sqrt(times / MOST_COPIES);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = times * mean + spread * (sum[i] - MOST_COPIES * mean);
        }
    }

    private void scaleLongest(double[] longest) {
        double[] sorted = Sample.sorted(longest);
        for (int i = 0; i < longest.length; i++) {
            int rank = java.util.Arrays.binarySearch(sorted, longest[i]);
            double u = (rank + 0.5) / sorted.length;
            longest[i] = Sample.quantile(sorted, StrictMath.pow(u, MOST_COPIES / times));
        }
    }
}
