package dev.tare.engine.bill;

import static dev.tare.engine.Param.DEFAULT_WORK_P50;
import static dev.tare.engine.Param.DEFAULT_WORK_P99;
import static dev.tare.engine.Param.WORK_CPU_SHARE;
import static dev.tare.engine.bill.Stated.MEDIAN;
import static dev.tare.engine.bill.Stated.TAIL;

/** Own work of requests, with the default's percentiles, or its spread where one of them is stated. */
final class Work {
    /** 99th percentile of the standard normal distribution. */
    private static final double Z99 = 2.3263478740408408;

    private final Columns columns;
    private final double defaultP50;
    private final double spread;
    private final double cpuShare;

    Work(Columns columns, Terms terms) {
        this.columns = columns;
        defaultP50 = terms.of(DEFAULT_WORK_P50);
        spread = spread(defaultP50, terms.of(DEFAULT_WORK_P99));
        cpuShare = terms.of(WORK_CPU_SHARE);
    }

    /** 99th percentile over median. */
    static double spread(double p50, double p99) {
        return p50 > 0 ? Math.max(1, p99 / p50) : 1;
    }

    /** Mean of the lognormal with this median and 99th percentile. */
    static double mean(double p50, double p99) {
        double sigma = p50 > 0 && p99 > p50 ? Math.log(p99 / p50) / Z99 : 0;
        return p50 * Math.exp(sigma * sigma / 2);
    }

    boolean stated(int service) {
        return !Double.isNaN(columns.workP50[service]) || !Double.isNaN(columns.workP99[service]);
    }

    /** Median of a service's own work, ms. */
    double p50(int service) {
        double p50 = columns.workP50[service];
        double p99 = columns.workP99[service];
        return Double.isNaN(p50) ? Double.isNaN(p99) ? defaultP50 : p99 / spread : p50;
    }

    /** 99th percentile of a service's own work, ms; spread like the default's where only the median is stated. */
    double p99(int service) {
        double p99 = columns.workP99[service];
        return Double.isNaN(p99) ? p50(service) * spread : p99;
    }

    /** Mean of a service's own work, ms. */
    double ms(int service) {
        return mean(p50(service), p99(service));
    }

    /** vCPU for one of what {@link Stated} says of a lot whose use follows its requests. */
    double cpu(Lot lot) {
        return cpuShare * (lot.states(MEDIAN) && lot.states(TAIL)
                ? 1
                : mean(lot.states(MEDIAN) ? 1 : 1 / spread,
                        lot.states(MEDIAN) ? spread : 1));
    }
}
