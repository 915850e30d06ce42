package dev.tare.engine;

import dev.tare.engine.Bill.Part;

/**
 * What scenarios weigh under every draw of the assumptions. In every draw {@code net + tare = gross} and the lines sum
 * to tare. A measure that was not drawn has no draws.
 */
public final class Drawn {
    private static final int NET = 0;

    private final double[][][][] amounts;

    /**
     * Takes the amounts as they are found: by scenario, by measure in its order, net first and then each part in its
     * order, by draw.
     */
    public Drawn(double[][][][] amounts) {
        this.amounts = amounts;
    }

    /** One scenario that was not drawn at all. */
    public static Drawn nothing() {
        return new Drawn(new double[1][Measure.values().length][1 + Part.values().length][0]);
    }

    /** How many scenarios there are. */
    public int scenarios() {
        return amounts.length;
    }

    /** How many draws there are of a measure. */
    public int count(Measure measure) {
        return amounts.length == 0 ? 0 : amounts[0][measure.ordinal()][NET].length;
    }

    /** What the work itself needs, by draw. */
    public double[] net(int scenario, Measure measure) {
        return amounts[scenario][measure.ordinal()][NET].clone();
    }

    /** What a part of the tare adds, by draw. */
    public double[] part(int scenario, Measure measure, Part part) {
        return amounts[scenario][measure.ordinal()][1 + part.ordinal()].clone();
    }

    /** What the shape adds, by draw. */
    public double[] tare(int scenario, Measure measure) {
        return sum(scenario, measure, NET + 1);
    }

    /** Both, by draw. */
    public double[] gross(int scenario, Measure measure) {
        return sum(scenario, measure, NET);
    }

    private double[] sum(int scenario, Measure measure, int from) {
        double[][] rows = amounts[scenario][measure.ordinal()];
        double[] sum = new double[rows[NET].length];
        for (int row = from; row < rows.length; row++) {
            for (int draw = 0; draw < sum.length; draw++) {
                sum[draw] += rows[row][draw];
            }
        }
        return sum;
    }
}
