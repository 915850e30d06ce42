package dev.tare.engine.bill;

import dev.tare.engine.Param;
import dev.tare.engine.Scenario;
import dev.tare.engine.Shape;

/** A scenario's shape under one set of assumption values: what every parameter is here. */
record Terms(Scenario scenario, double[] values) {
    /** Seconds in an hour and bytes in a GB and a GiB: conversions, not coefficients. */
    static final double SECONDS_PER_HOUR = 3600;
    static final double GB = 1e9;
    static final double GIB = 1L << 30;
    static final double MS_PER_SECOND = 1000;

    Shape shape() {
        return scenario.shape();
    }

    boolean today() {
        return scenario.today();
    }

    double of(Param param) {
        return shape().value(param, values);
    }

    double[] of(Param[] params) {
        double[] all = new double[params.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = of(params[i]);
        }
        return all;
    }

    /** The value, or another where nothing is bound to the parameter. */
    double or(Param param, double other) {
        return bound(param) ? of(param) : other;
    }

    boolean bound(Param param) {
        return shape().slot(param) >= 0;
    }

    double hours() {
        return of(Param.HOURS_PER_MONTH);
    }

    double seconds() {
        return hours() * SECONDS_PER_HOUR;
    }

    /** The least whole number not below {@code amount}, blind to the last digits that a sum's order decides. */
    static double wholes(double amount) {
        return Math.ceil(amount * (1 - 1e-9));
    }

    /** The least multiple of {@code step} not below {@code amount}; any amount where there is no step. */
    static double steps(double amount, double step) {
        return step > 0 ? Math.max(amount, wholes(amount / step) * step) : amount;
    }
}
