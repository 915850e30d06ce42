package dev.tare.engine;

/**
 * A piecewise linear curve through the origin's side of its first point: between two points by interpolation, below
 * the first in proportion, beyond the last along the last slope.
 *
 * @param x ascending, first &gt; 0
 * @param y same length as {@code x}
 */
public record Curve(double[] x, double[] y) {
    /** Straight through the origin and (1000, 1): what a product without a published curve gets. */
    public static final Curve PROPORTIONAL = new Curve(new double[]{ 1000 }, new double[]{ 1 });

    /** Refuses an empty or descending curve. */
    public Curve {
        if (x.length == 0 || x.length != y.length || !(x[0] > 0)) {
            throw new IllegalArgumentException("a curve needs points, as many x as y, the first x above 0");
        }
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] > x[i - 1])) {
                throw new IllegalArgumentException("a curve's x must ascend");
            }
        }
    }

    /** The curve's value at {@code at} &ge; 0. */
    public double at(double at) {
        int last = x.length - 1;
        if (at <= x[0] || last == 0) {
            return y[0] * at / x[0];
        }
        int i = 1;
        while (i < last && at > x[i]) {
            i++;
        }
        return y[i - 1] + (y[i] - y[i - 1]) * (at - x[i - 1]) / (x[i] - x[i - 1]);
    }
}
