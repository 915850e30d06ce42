package dev.tare.engine.latency;

/**
 * Rows of a lognormal time, p50 · exp(σ z) with σ = ln(p99 ÷ p50) ÷ 2.3263…, for a share of cases, 0 for the others.
 *
 * <p>The exponential is the series of exp(x ÷ 64) raised to the 64th by six squarings: multiplications and additions
 * alone, which every machine rounds alike and processors do several of at once; within 1e-12 of the true value for
 * |x| ≤ 40. Example: of p50 10 and p99 20 the value at z 1.28155 is 10 · exp(0.29796 · 1.28155) = 14.65.
 *
 * @param share share of cases that take time, 0 to 1
 * @param p50   ms, of those that do
 * @param p99   ms, of those that do
 */
record Lognormal(double share, double p50, double p99) {
    /** Where a p50 is 0 the p99 is taken to be this many times it. */
    private static final double WIDEST = 100;
    private static final double SQUARED = 64;
    private static final double MOST = 40;

    /** Writes a block in an order. */
    void fill(double[] row, int order) {
        double sigma = sigma();
        if (share < 1) {
            sometimes(row, Orders.shares(order));
        } else if (sigma == 0) {
            java.util.Arrays.fill(row, median());
        } else if (sigma * Orders.z(order)[Orders.places(order)[Orders.BLOCK - 1]] > MOST) {
            wide(row, Orders.z(order), sigma);
        } else {
            exp(row, Orders.z(order), sigma / SQUARED, median());
        }
    }

    /** The time that a share of all cases stays below. */
    double at(double below) {
        double among = (below - (1 - share)) / share;
        return among <= 0 ? 0 : median() * (sigma() == 0 ? 1 : StrictMath.exp(sigma() * Normal.quantile(among)));
    }

    /** Standard deviation of the logarithm. */
    double sigma() {
        return p99 > median() ? StrictMath.log(p99 / median()) / Normal.Z99 : 0;
    }

    /** ms of half of the cases that take time. */
    double median() {
        return p50 > 0 ? p50 : p99 / WIDEST;
    }

    private static void exp(double[] row, double[] z, double by, double median) {
        for (int i = 0; i < row.length; i++) {
            double x = by * z[i];
            double lower = 1 + x * (1 + x * (1.0 / 2 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720
                    + x * (1.0 / 5040 + x * (1.0 / 40320 + x * (1.0 / 362880 + x * (1.0 / 3628800
                            + x * (1.0 / 39916800 + x * (1.0 / 479001600 + x * (1.0 / 6227020800.0)))))))))))));
            double two = lower * lower;
            double four = two * two;
            double eight = four * four;
            double sixteen = eight * eight;
            double thirtyTwo = sixteen * sixteen;
            row[i] = median * (thirtyTwo * thirtyTwo);
        }
    }

    private void wide(double[] row, double[] z, double sigma) {
        for (int i = 0; i < row.length; i++) {
            row[i] = median() * StrictMath.exp(sigma * z[i]);
        }
    }

    private void sometimes(double[] row, double[] shares) {
        for (int i = 0; i < row.length; i++) {
            row[i] = at(shares[i]);
        }
    }
}
