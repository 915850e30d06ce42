package dev.tare.engine.bill;

/**
 * Milliseconds a request at each service waits for other units, and what waits of a lot: instances on average, and
 * those times the bytes granted to each.
 */
final class Waiting {
    private final Lots lots;
    private final double[] ms;

    Waiting(Lots lots, double[] ms) {
        this.lots = lots;
        this.ms = ms;
    }

    double ms(int service) {
        return ms[service];
    }

    /** Instances of a lot that wait. */
    double count(int i) {
        return sum(i, false);
    }

    /** The bytes they are granted. */
    double bytes(int i) {
        return sum(i, true);
    }

    private double sum(int i, boolean bytes) {
        double sum = 0;
        for (int service : lots.lot(i).services) {
            double grant = bytes ? lots.grouping.columns.memoryRequest[service] : 1;
            sum += lots.flows.traffic.mean(service) * ms[service] * grant;
        }
        return sum / Terms.MS_PER_SECOND;
    }
}
