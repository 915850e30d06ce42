package dev.tare.engine.latency;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Blocks of times in their orders, kept while there are not too many; may be shared between threads. */
final class Rows {
    /** 16 MB of them. */
    private static final int MOST = 2048;

    private final Filling filling;
    private final Map<Lognormal, AtomicReferenceArray<double[]>> kept = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** What is known of a kind of times. */
    interface Filling {
        /** Writes a block of a time in an order. */
        void fill(Lognormal time, double[] row, int order);

        /** The time that a share of cases stays below. */
        double at(Lognormal time, double share);
    }

    /** Times as their parameters say. */
    private enum Own implements Filling {
        LOGNORMAL;

        @Override
        public void fill(Lognormal time, double[] row, int order) {
            time.fill(row, order);
        }

        @Override
        public double at(Lognormal time, double share) {
            return time.at(share);
        }
    }

    /** Lognormal times. */
    Rows() {
        this(Own.LOGNORMAL);
    }

    /** Times of another kind, known by the percentiles of a lognormal. */
    Rows(Filling filling) {
        this.filling = filling;
    }

    /** A block of a time in an order; not to be written to. */
    double[] of(Lognormal time, int order) {
        AtomicReferenceArray<double[]> orders = kept.computeIfAbsent(time,
                missing -> new AtomicReferenceArray<>(Orders.COUNT));
        double[] known = orders.get(order);
        return known != null ? known : keep(time, order, orders);
    }

    /** The same with its last slices at another place within their parts of an order; NaN for the usual one. */
    double[] of(Lognormal time, int order, double tail) {
        double[] usual = of(time, order);
        if (Double.isNaN(tail) || time.sigma() == 0) {
            return usual;
        }
        double[] row = usual.clone();
        int[] places = Orders.places(order);
        for (int slice = Orders.BLOCK - Orders.LAST; slice < Orders.BLOCK; slice++) {
            row[places[slice]] = filling.at(time, (slice + Orders.within(order, tail)) / Orders.BLOCK);
        }
        return row;
    }

    private double[] keep(Lognormal time, int order, AtomicReferenceArray<double[]> orders) {
        double[] row = new double[Orders.BLOCK];
        filling.fill(time, row, order);
        if (count.incrementAndGet() > MOST) {
            kept.clear();
            count.set(0);
        } else {
            orders.set(order, row);
        }
        return row;
    }
}
