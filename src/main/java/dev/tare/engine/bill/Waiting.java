package dev.tare.engine.bill;

import java.util.Arrays;

/**
 * Milliseconds a request at each service waits for other units in one draw, and what waits of a lot: instances on
 * average, and those times the bytes granted to each.
 */
final class Waiting {
    private static final double[] NOTHING = { 0 };

    private final double[][] ms;
    private final double[][] count;
    private final double[][] bytes;
    private final int draw;

    /** One of several draws: by service, by lot and by lot. */
    Waiting(double[][] ms, double[][] count, double[][] bytes, int draw) {
        this.ms = ms;
        this.count = count;
        this.bytes = bytes;
        this.draw = draw;
    }

    /** Nobody waits. */
    static Waiting none(Lots lots) {
        return new Waiting(rows(lots.grouping.columns.count), rows(lots.count()), rows(lots.count()), 0);
    }

    /** Known of a service that is not in a {@link Steady} lot. */
    double ms(int service) {
        return ms[service][draw];
    }

    /** Instances of a {@link Steady} lot that wait. */
    double count(int lot) {
        return count[lot][draw];
    }

    /** The bytes they are granted. */
    double bytes(int lot) {
        return bytes[lot][draw];
    }

    /** As many rows of nothing. */
    static double[][] rows(int count) {
        double[][] rows = new double[count][];
        Arrays.fill(rows, NOTHING);
        return rows;
    }
}
