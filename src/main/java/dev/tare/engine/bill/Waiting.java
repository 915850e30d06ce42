package dev.tare.engine.bill;

import java.util.Arrays;

/** Milliseconds a request at each service waits for other units in one draw. */
final class Waiting {
    private static final double[] NOTHING = { 0 };

    private final double[][] ms;
    private final int draw;

    /** One of several draws, by service. */
    Waiting(double[][] ms, int draw) {
        this.ms = ms;
        this.draw = draw;
    }

    /** Nobody waits. */
    static Waiting none(Lots lots) {
        return new Waiting(rows(lots.grouping.columns.count), 0);
    }

    double ms(int service) {
        return ms[service][draw];
    }

    /** As many rows of nothing. */
    static double[][] rows(int count) {
        double[][] rows = new double[count][];
        Arrays.fill(rows, NOTHING);
        return rows;
    }
}
