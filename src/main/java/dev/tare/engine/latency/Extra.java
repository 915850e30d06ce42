package dev.tare.engine.latency;

/**
 * Time that one part of the infrastructure adds to an arrival at a unit: with probability {@code share} a lognormal
 * time of that p50 and p99 in ms, otherwise nothing. The arrays hold one value for all, or one for each service that
 * is arrived at. A p99 equal to the p50 is that time exactly; a p50 of 0 under a larger p99 is taken as p99 ÷ 100,
 * for a lognormal time is never 0.
 *
 * <p>Example: a cold start of 200 ms for one invocation in a hundred is {@code Extra.sometimes(0.01, 200, 200)}.
 */
public record Extra(double share, double[] p50, double[] p99) {
    /** Adds nothing. */
    public static final Extra NONE = always(0, 0);

    /** Refuses shares outside 0 to 1 and percentiles that are negative or out of order. */
    public Extra {
        if (!(share >= 0 && share <= 1) || p50.length == 0 || p50.length != p99.length) {
            throw new IllegalArgumentException("expected a share of 0 to 1 and as many p50 as p99, found " + share
                    + ", " + p50.length + " and " + p99.length);
        }
        for (int i = 0; i < p50.length; i++) {
            Times.check(p50[i], p99[i]);
        }
    }

    /** The same on every arrival. */
    public static Extra always(double p50, double p99) {
        return sometimes(1, p50, p99);
    }

    /** The same on a share of the arrivals. */
    public static Extra sometimes(double share, double p50, double p99) {
        return new Extra(share, new double[]{ p50 }, new double[]{ p99 });
    }

    double p50(int service) {
        return p50[p50.length == 1 ? 0 : service];
    }

    double p99(int service) {
        return p99[p99.length == 1 ? 0 : service];
    }

    boolean none() {
        boolean any = false;
        for (double ms : p99) {
            any |= ms > 0;
        }
        return share == 0 || !any;
    }
}
