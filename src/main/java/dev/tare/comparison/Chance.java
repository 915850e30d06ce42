package dev.tare.comparison;

import dev.tare.engine.Range;

/** How likely it is that one figure is less than another; a tie counts half. */
final class Chance {
    private static final double SAME = 1e-9;

    private Chance() {}

    /** The share of draws, made with the same values for both, in which the first is less. */
    static double ofDraws(double[] a, double[] b) {
        double less = 0;
        for (int i = 0; i < a.length; i++) {
            less += less(a[i], b[i]);
        }
        return a.length == 0 ? 0.5 : less / a.length;
    }

    /**
     * Where no draws are taken: both bounds and the likely value come from the same three settings of every
     * assumption, so 1 when the first is less (or the same) at each and less at one, 0 the other way round, and one
     * half when the settings disagree.
     */
    static double ofBounds(Range a, Range b) {
        double low = less(a.low(), b.low());
        double likely = less(a.likely(), b.likely());
        double high = less(a.high(), b.high());
        double least = Math.min(low, Math.min(likely, high));
        double most = Math.max(low, Math.max(likely, high));
        return least == most ? least : least == 0.5 ? 1 : most == 0.5 ? 0 : 0.5;
    }

    private static double less(double a, double b) {
        boolean same = Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
        return same ? 0.5 : a < b ? 1 : 0;
    }
}
