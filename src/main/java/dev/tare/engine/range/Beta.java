package dev.tare.engine.range;

/**
 * The beta distribution with α + β = 6, 1 ≤ α ≤ 5, on 0 to 1. Its cumulative share is the continued fraction of the
 * incomplete beta function (DLMF 8.17.22) by Lentz's method; quantiles by Newton's steps kept inside a bracket.
 */
final class Beta {
    private static final double TOTAL = 6;
    private static final double EXACT = 1e-15;
    private static final double TINY = 1e-300;
    private static final int MOST_STEPS = 200;

    private final double alpha;
    private final double beta;
    private final double logScale;

    Beta(double alpha) {
        this.alpha = alpha;
        beta = TOTAL - alpha;
        // Γ(6) = 120
        logScale = StrictMath.log(120) - logGamma(alpha) - logGamma(beta);
    }

    /** Share of cases below x. */
    double below(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = StrictMath.exp(logScale + alpha * StrictMath.log(x) + beta * StrictMath.log1p(-x));
        return x < (alpha + 1) / (TOTAL + 2)
                ? front * fraction(x, alpha, beta) / alpha
                : 1 - front * fraction(1 - x, beta, alpha) / beta;
    }

    /** The x below which a share p of cases lies, sought from a start. */
    double quantile(double p, double start) {
        double low = 0;
        double high = 1;
        double x = start > 0 && start < 1 ? start : alpha / TOTAL;
        for (int i = 0; i < MOST_STEPS && high - low > EXACT; i++) {
            double excess = below(x) - p;
            low = excess <= 0 ? x : low;
            high = excess >= 0 ? x : high;
            double next = x - excess / density(x);
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(next - x) <= EXACT * x) {
                return next;
            }
            x = next;
        }
        return x;
    }

    private double density(double x) {
        return StrictMath.exp(logScale + (alpha - 1) * StrictMath.log(x) + (beta - 1) * StrictMath.log1p(-x));
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m <= MOST_STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) <= EXACT) {
                return h;
            }
        }
        return h;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** ln Γ(x) for 1 ≤ x ≤ 5: Stirling's series (DLMF 5.11.1) at x + 10, brought back by Γ(x + 1) = x Γ(x). */
    static double logGamma(double x) {
        double product = 1;
        for (int i = 0; i < 10; i++) {
            product *= x + i;
        }
        double z = x + 10;
        double r = 1 / (z * z);
        double series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / z;
        return (z - 0.5) * StrictMath.log(z) - z + 0.5 * StrictMath.log(2 * Math.PI) + series - StrictMath.log(product);
    }
}
