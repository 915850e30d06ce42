package dev.tare.engine.latency;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Blocks of times in their orders, kept while there are not too many; may be shared between threads. */
final class Rows {
    /** 16 MB of them. */
    private static final int MOST = 2048;

    private final Map<Lognormal, AtomicReferenceArray<double[]>> kept = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** A block of a time in an order; not to be written to. */
    double[] of(Lognormal time, int order) {
        AtomicReferenceArray<double[]> orders = kept.computeIfAbsent(time,
                missing -> new AtomicReferenceArray<>(Orders.COUNT));
        double[] known = orders.get(order);
        return known != null ? known : keep(time, order, orders);
    }

    private double[] keep(Lognormal time, int order, AtomicReferenceArray<double[]> orders) {
        double[] row = new double[Orders.BLOCK];
        time.fill(row, order);
        if (count.incrementAndGet() > MOST) {
            kept.clear();
            count.set(0);
        } else {
            orders.set(order, row);
        }
        return row;
    }
}
