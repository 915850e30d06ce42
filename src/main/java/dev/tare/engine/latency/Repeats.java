package dev.tare.engine.latency;

/**
 * How often a call is made for one request of its caller: 2.3 is twice always and a third time for 3 requests in 10.
 * Beyond 16 times it is drawn 16 times and scaled up.
 *
 * <p>Sequential: the sum of n like times has mean n µ and variance n v, so S = n µ + √(n ÷ 16) (s − 16 µ) of the sum
 * s of 16. Parallel: the longest of n is the longest of 16 read at the quantile u^(16 ÷ n) in place of u, at most the
 * longest drawn.
 *
 * @param times    calls for each request
 * @param copies   how many are drawn
 * @param lastKept of the draws, how many make the last of these
 */
record Repeats(double times, int copies, int lastKept) {
    private static final int MOST_COPIES = 16;

    static Repeats of(double times, int draws) {
        if (times > MOST_COPIES) {
            return new Repeats(times, MOST_COPIES, draws);
        }
        int copies = (int) Math.ceil(times);
        return new Repeats(times, copies, (int) Math.rint((times - (copies - 1)) * draws));
    }

    boolean once() {
        return times == 1;
    }

    boolean scaled() {
        return times > copies;
    }

    /** Turns the sum of the copies into the sum of all. */
    void scaleSum(double[] sum) {
        double mean = Sample.mean(sum) / copies;
        double spread = Math.sqrt(times / copies);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = times * mean + spread * (sum[i] - copies * mean);
        }
    }

    /** Turns the longest of the copies into the longest of all. */
    void scaleLongest(double[] longest) {
        double[] sorted = Sample.sorted(longest);
        for (int i = 0; i < longest.length; i++) {
            int rank = java.util.Arrays.binarySearch(sorted, longest[i]);
            double u = (rank + 0.5) / sorted.length;
            longest[i] = Sample.quantile(sorted, StrictMath.pow(u, copies / times));
        }
    }
}
