package dev.tare.engine.range;

/**
 * The PERT distribution of a value known by its low, likely and high: a beta distribution between low and high with
 * α = 1 + 4 (likely − low) ÷ (high − low), β = 6 − α, of mean (low + 4 likely + high) ÷ 6 (Malcolm, Roseboom, Clark,
 * Fazar, Operations Research 7, 1959; in this form Vose, <i>Risk Analysis</i>).
 *
 * <p>Example: low 0, likely 0, high 10 has mean 1.667 and median 10 · (1 − 0.5^(1/5)) = 1.294.
 */
public record Pert(double low, double likely, double high) {
    /** Refuses a range out of order. */
    public Pert {
        if (!(low <= likely && likely <= high && high - low < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "expected low <= likely <= high, found " + low + ", " + likely + ", " + high);
        }
    }

    /** The mean, (low + 4 likely + high) ÷ 6. */
    public double mean() {
        return (low + 4 * likely + high) / 6;
    }

    /** The value below which a share {@code p} of 0 to 1 lies. */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("expected a share of 0 to 1, found " + p);
        }
        return high > low ? within(beta().quantile(p, 0.5)) : likely;
    }

    /** The n quantiles at the middle of n equal slices of probability, ascending. */
    public double[] quantiles(int n) {
        return quantiles(high > low ? shares(n) : new double[n]);
    }

    /** How far between low and high, 0 to 1, those quantiles lie; low must be below high. */
    public double[] shares(int n) {
        double[] shares = new double[n];
        Beta beta = beta();
        double near = 0;
        for (int i = 0; i < n; i++) {
            near = beta.quantile((i + 0.5) / n, near);
            shares[i] = near;
        }
        return shares;
    }

    /** Where between low and high the likely value lies, 0 to 1: all that decides the {@link #shares}. */
    public double lopsided() {
        return (likely - low) / (high - low);
    }

    /** The values that lie so far between low and high. */
    public double[] quantiles(double[] shares) {
        double[] quantiles = new double[shares.length];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = high > low ? within(shares[i]) : likely;
        }
        return quantiles;
    }

    private Beta beta() {
        return new Beta(1 + 4 * lopsided());
    }

    private double within(double share) {
        return Math.clamp(low + (high - low) * share, low, high);
    }
}
