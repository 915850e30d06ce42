package dev.tare.engine.latency;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The n quantiles of a time, at the middle of n equal slices of probability, ascending: p50 · exp(σ z) with
 * σ = ln(p99 ÷ p50) ÷ 2.3263…, z the normal quantile. Not drawn but computed, so a sample of them has the stated
 * percentiles. Example: of p50 10 and p99 20 the quantile at 0.9 is 10 · exp(0.29796 · 1.28155) = 14.65.
 */
final class Marginals {
    /** Rows kept at most: they are computed anew beyond, with the same values. */
    private static final int MOST_KEPT = 256;
    /** Where a p50 is 0 the p99 is taken to be this many times it. */
    private static final double WIDEST = 100;

    private final double[] z;
    private final Map<Time, double[]> kept = new ConcurrentHashMap<>();

    /** A share of cases with a lognormal time, the others 0. */
    private record Time(double share, double p50, double p99) {}

    Marginals(int n) {
        z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = Normal.quantile((i + 0.5) / n);
        }
    }

    /** Quantiles of a lognormal time; not to be written to. */
    double[] of(double p50, double p99) {
        return of(1, p50, p99);
    }

    /** Quantiles of a time that is 0 but for a share of cases, where it is lognormal; not to be written to. */
    double[] of(double share, double p50, double p99) {
        Time time = new Time(share, p50, p99);
        double[] known = kept.get(time);
        return known != null ? known : keep(time);
    }

    private double[] keep(Time time) {
        double median = time.p50() > 0 ? time.p50() : time.p99() / WIDEST;
        double sigma = time.p99() > median ? StrictMath.log(time.p99() / median) / Normal.Z99 : 0;
        double[] row = new double[z.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = median * (sigma == 0 ? present(i, time.share()) : quantile(i, time.share(), sigma));
        }
        if (kept.size() < MOST_KEPT) {
            kept.put(time, row);
        }
        return row;
    }

    private double quantile(int i, double share, double sigma) {
        if (share == 1) {
            return StrictMath.exp(sigma * z[i]);
        }
        double among = among(i, share);
        return among > 0 ? StrictMath.exp(sigma * Normal.quantile(among)) : 0;
    }

    private double present(int i, double share) {
        return share == 1 || among(i, share) > 0 ? 1 : 0;
    }

    /** Where slice i lies among the cases that take time, below 0 when it is not one of them. */
    private double among(int i, double share) {
        return ((i + 0.5) / z.length - (1 - share)) / share;
    }
}
