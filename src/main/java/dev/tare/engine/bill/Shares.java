package dev.tare.engine.bill;

import static dev.tare.engine.Param.BASE_COMPRESSED;
import static dev.tare.engine.Param.DEFAULT_PAYLOAD;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Carried;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who carries the tare. Each line's cost is divided between the services by what it follows: network and mesh by the
 * requests a service takes and makes over the wire; images by the bytes shipped for it; monitoring and isolation by
 * the instances that run for it, a shared unit's divided evenly; placement and headroom by what it asks for, CPU and
 * memory at their prices. Where nobody has any of it, all carry the same. The shares of a line sum to the line.
 */
final class Shares {
    private final Weighing w;
    private final Each each;
    private final int services;
    private final double[] wire;
    private final double[] shipped;
    private final double[] running;
    private final double[] asked;

    Shares(Weighing w) {
        this.w = w;
        each = new Each(w.lots, w.demand);
        services = w.grouping.columns.count;
        wire = new double[services];
        shipped = new double[services];
        running = new double[services];
        asked = new double[services];
        for (int service = 0; service < services; service++) {
            wire[service] = w.flows.touching(service);
            if (!w.grouping.columns.off(service)) {
                fill(service);
            }
        }
    }

    /** Tare cost by service, USD a month. */
    double[] carriers() {
        double[] carried = new double[services];
        for (Part part : Part.values()) {
            share(w.prices.of(w.line(part)), weights(part), carried);
        }
        return carried;
    }

    /** Both, the tare by part. */
    Carried carried() {
        Map<Part, double[]> tare = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            double[] carried = new double[services];
            share(w.prices.of(w.line(part)), weights(part), carried);
            tare.put(part, carried);
        }
        return new Carried(needs(), tare);
    }

    /**
     * Net cost by service, USD a month: divided by the CPU each uses and the application memory of its replicas, at
     * their prices.
     */
    double[] needs() {
        double[] used = new double[services];
        for (int service = 0; service < services; service++) {
            used[service] = w.grouping.columns.off(service) ? 0 : used(service);
        }
        double[] needed = new double[services];
        share(w.prices.of(w.net()), used, needed);
        return needed;
    }

    private double used(int service) {
        double functions = w.functions == null ? 0 : w.prices.functionMemory();
        double memory = Math.max(0, each.application(service)) * each.replicas(service);
        return each.cpu(service) * w.prices.vcpu() + memory * (w.prices.memory() + functions);
    }

    /** Adds an amount to the services by weight. */
    static void share(double amount, double[] weights, double[] to) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        for (int i = 0; i < to.length; i++) {
            to[i] += amount * (all > 0 ? weights[i] / all : 1.0 / to.length);
        }
    }

    /** What each service asks for, at its price. */
    double[] asked() {
        return asked;
    }

    private double[] weights(Part part) {
        return switch (part) {
            case NETWORK, MESH -> wire;
            case IMAGES -> shipped;
            case MONITORING, ISOLATION -> running;
            case PLACEMENT, HEADROOM -> asked;
        };
    }

    private void fill(int service) {
        Columns columns = w.grouping.columns;
        double payload = columns.payload[service];
        double own = Double.isNaN(payload) ? w.terms.of(DEFAULT_PAYLOAD) : payload;
        boolean stated = columns.imageStated(service);
        shipped[service] = stated ? columns.image[service] : own + w.terms.of(BASE_COMPRESSED);
        double replicas = each.replicas(service);
        running[service] = replicas / w.grouping.size(w.grouping.unitOf[service]);
        double vcpu = Math.max(replicas * each.request(service), each.cpu(service));
        double memory = replicas * each.memoryAsked(service);
        double functions = w.functions == null ? 0 : w.prices.functionMemory();
        asked[service] = vcpu * w.prices.vcpu() + memory * (w.prices.memory() + functions);
    }
}
