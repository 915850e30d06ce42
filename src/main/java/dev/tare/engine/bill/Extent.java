package dev.tare.engine.bill;

import static dev.tare.engine.Param.CALL_CPU;
import static dev.tare.engine.Param.DEFAULT_CPU_REQUEST;
import static dev.tare.engine.Param.DEFAULT_CPU_UTILISATION;
import static dev.tare.engine.Param.DEFAULT_MEMORY_REQUEST;
import static dev.tare.engine.Param.DEFAULT_PAYLOAD;
import static dev.tare.engine.Param.DEFAULT_PEAK_TO_MEAN;
import static dev.tare.engine.Param.DEFAULT_REPLICAS;
import static dev.tare.engine.Param.DEFAULT_WORK_P50;
import static dev.tare.engine.Param.DEFAULT_WORK_P99;
import static dev.tare.engine.Param.ISOLATION_CPU_SHARE;
import static dev.tare.engine.Param.TARGET_UTILISATION;
import static dev.tare.engine.Param.UNIT_REPLICA_VCPU;
import static dev.tare.engine.Param.WORK_CPU_SHARE;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Param;
import java.util.Arrays;

/**
 * How far a shape's assumptions reach: the least and the most that the parameters which decide how a service is
 * weighed can be. As wide as their ranges, and exactly the given values where one of those lies outside. CPU lost to
 * a wall is taken to reach all of it in every shape, so that shapes of any isolation share one extent.
 */
final class Extent {
    private static final Param[] READ = { DEFAULT_REPLICAS, DEFAULT_CPU_REQUEST, DEFAULT_CPU_UTILISATION,
        DEFAULT_MEMORY_REQUEST, DEFAULT_WORK_P50, DEFAULT_WORK_P99, DEFAULT_PEAK_TO_MEAN, WORK_CPU_SHARE,
        TARGET_UTILISATION, UNIT_REPLICA_VCPU, CALL_CPU, ISOLATION_CPU_SHARE, DEFAULT_PAYLOAD };

    private static final int PARAMS = Param.values().length;

    private final double[] low;
    private final double[] high;

    private Extent(double[] low, double[] high) {
        this.low = low;
        this.high = high;
    }

    /** The extent of a shape's assumptions that holds these values. */
    static Extent of(Assumptions assumptions, Terms terms) {
        Extent extent = new Extent(new double[PARAMS], new double[PARAMS]);
        boolean inside = true;
        for (Param param : READ) {
            int slot = terms.shape().slot(param);
            double value = terms.of(param);
            extent.set(param, slot < 0 ? 0 : assumptions.low(slot), slot < 0 ? 0 : assumptions.high(slot));
            inside &= extent.least(param) <= value && value <= extent.most(param);
        }
        return (inside ? extent : at(terms)).walled();
    }

    private static Extent at(Terms terms) {
        Extent extent = new Extent(new double[PARAMS], new double[PARAMS]);
        for (Param param : READ) {
            extent.set(param, terms.of(param), terms.of(param));
        }
        return extent;
    }

    private Extent walled() {
        set(ISOLATION_CPU_SHARE, 0, Math.max(1, most(ISOLATION_CPU_SHARE)));
        return this;
    }

    private void set(Param param, double least, double most) {
        low[param.ordinal()] = least;
        high[param.ordinal()] = most;
    }

    double least(Param param) {
        return low[param.ordinal()];
    }

    double most(Param param) {
        return high[param.ordinal()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Extent extent && Arrays.equals(low, extent.low) && Arrays.equals(high, extent.high);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(low) ^ Arrays.hashCode(high);
    }
}
