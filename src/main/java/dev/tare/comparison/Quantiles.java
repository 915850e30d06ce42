package dev.tare.comparison;

import java.util.Arrays;

/** What 10, 50 and 90 of 100 draws stay below. */
public record Quantiles(double p10, double p50, double p90) {
    /** Of one draw or more. */
    static Quantiles of(double[] drawn) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        return new Quantiles(sorted[sorted.length / 10], sorted[sorted.length / 2], sorted[sorted.length * 9 / 10]);
    }

    /** Whether 80 of 100 draws lie on both sides of nothing, so that nobody can say which way a difference goes. */
    public boolean flips() {
        return p10 < 0 && p90 > 0;
    }
}
