package dev.tare.engine.latency;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Distributions of times on the points 0, h, 2h … below a length. What lies between two points is split among them so
 * that every mean is kept. Before a transform the masses are damped by e^(−θt), so that what runs over the length
 * comes back e^(−θ·length) ≈ 2e-9 times as small (Grübel, Hermesmeier, ASTIN Bulletin 29, 1999); as all times are 0 or
 * more, what lies below the length is right whatever lies beyond.
 */
final class Lattice {
    private static final double DAMPED = 20;
    /** Steps of the normal distribution's table, in standard deviations, and its reach. */
    private static final int FINE = 128;
    private static final int REACH = 8;
    private static final double[] Z = new double[2 * REACH * FINE + 1];
    private static final double[] BELOW = new double[Z.length];

    private final Fourier fourier;
    private final double step;
    private final double[] damping;
    private final Map<Lognormal, Spectrum> known = new HashMap<>();

    static {
        for (int i = 0; i < Z.length; i++) {
            Z[i] = (double) (i - REACH * FINE) / FINE;
            BELOW[i] = Normal.below(Z[i]);
        }
    }

    /** Points up to a length in ms, as many as the transform takes. */
    Lattice(Fourier fourier, double length) {
        this.fourier = fourier;
        step = length / fourier.size();
        damping = new double[fourier.size()];
        for (int i = 0; i < damping.length; i++) {
            damping[i] = StrictMath.exp(-DAMPED * i / damping.length);
        }
    }

    /** A lognormal time, or none. */
    Spectrum of(Lognormal time) {
        return known.computeIfAbsent(time, fresh -> spectrum(mass(fresh)).sometimes(fresh.share()));
    }

    Spectrum nothing() {
        return Spectrum.nothing(fourier.frequencies());
    }

    /** Shares of cases at or below each point. */
    double[] below(Spectrum spectrum) {
        double[] re = fourier.real(spectrum.re(), spectrum.im());
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            sum = Math.min(1, sum + Math.max(0, re[i] / damping[i]));
            re[i] = sum;
        }
        return re;
    }

    /** The distribution with these shares of cases at or below each point. */
    Spectrum of(double[] below) {
        double[] mass = below.clone();
        for (int i = mass.length - 1; i > 0; i--) {
            mass[i] -= mass[i - 1];
        }
        return spectrum(mass);
    }

    /** The time below which a share of cases lies; infinite where that is beyond the length. */
    double quantile(double[] below, double share) {
        int i = 0;
        while (i < below.length && below[i] < share) {
            i++;
        }
        if (i == below.length) {
            return Double.POSITIVE_INFINITY;
        }
        double before = i == 0 ? 0 : below[i - 1];
        return step * Math.max(0, i - 0.5 + (share - before) / (below[i] - before));
    }

    private Spectrum spectrum(double[] mass) {
        double[] re = new double[mass.length];
        for (int i = 0; i < re.length; i++) {
            re[i] = mass[i] * damping[i];
        }
        double[] im = new double[mass.length];
        fourier.forward(re, im);
        return new Spectrum(Arrays.copyOf(re, fourier.frequencies()), Arrays.copyOf(im, fourier.frequencies()));
    }

    /** The second difference of ∫F at the points, F read off the table in straight lines. */
    private double[] mass(Lognormal time) {
        double[] area = new double[fourier.size()];
        double sigma = time.sigma();
        if (sigma == 0) {
            steps(area, time.median());
        } else {
            slopes(area, time.median(), sigma);
        }
        for (int i = area.length - 1; i > 0; i--) {
            area[i] = (area[i] - area[i - 1]) / step;
        }
        area[0] /= step;
        return area;
    }

    /** Area under F between each point and the next, F jumping from 0 to 1. */
    private void steps(double[] area, double at) {
        for (int i = 0; i < area.length; i++) {
            area[i] = Math.clamp((i + 1) * step - at, 0, step);
        }
    }

    private void slopes(double[] area, double median, double sigma) {
        double x = 0;
        double f = 0;
        int at = 0;
        double ratio = StrictMath.exp(sigma / FINE);
        double next = median * StrictMath.exp(sigma * Z[0]);
        for (int k = 0; k < Z.length; k++, next *= ratio) {
            double slope = (BELOW[k] - f) / (next - x);
            while (at < area.length && next > x) {
                double end = Math.min(next, (at + 1) * step);
                double top = end == next ? BELOW[k] : f + slope * (end - x);
                area[at] += (end - x) * (f + top) / 2;
                x = end;
                f = top;
                at += end < next || end == (at + 1) * step ? 1 : 0;
            }
        }
        for (; at < area.length; at++) {
            area[at] += (at + 1) * step - Math.max(x, at * step);
        }
    }
}
