package dev.tare.engine.bill;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph.Call;

/**
 * How much of the bill rests on defaults. Capacity, in whatever line, rests on them in the proportion of the fields
 * that decide it and are not stated: for CPU the replicas, the request, and the use (or work with known traffic); for
 * memory the replicas, the request and the use; each service's share of the capacity is by what it asks for at its
 * price. Money for images rests on image (or payload) and releases; money for network, monitoring and functions on
 * entry points and on what a request weighs. Fees that no field decides rest on nothing.
 */
final class Unstated {
    private final Weighing w;
    private final Columns columns;
    private final Each each;

    Unstated(Weighing w) {
        this.w = w;
        columns = w.grouping.columns;
        each = new Each(w.lots, w.demand);
    }

    /** Share of the gross cost, 0 to 1. */
    double share(Shares shares) {
        double gross = w.grossCost();
        double rests = moneyOf(Part.NETWORK) * share(entries(), messages())
                + moneyOf(Part.MONITORING) * share(entries(), column(columns.logBytes))
                + moneyOf(Part.PLACEMENT) * (w.functions == null ? 0 : entries());
        double money = 0;
        for (Part part : Part.values()) {
            money += moneyOf(part);
        }
        double[] capacity = new double[columns.count];
        Shares.share(gross - money, shares.asked(), capacity);
        for (int service = 0; service < columns.count; service++) {
            rests += capacity[service] * capacity(service)
                    + moneyOf(Part.IMAGES) / columns.count * shipped(service);
        }
        return gross > 0 ? Math.clamp(rests / gross, 0, 1) : 0;
    }

    private double moneyOf(Part part) {
        return w.line(part).money();
    }

    private double entries() {
        return w.flows.traffic.assumedEntries() ? 1 : 0;
    }

    /** Share of the messages whose size is not stated. */
    private double messages() {
        double unstated = 0;
        for (Call call : columns.graph.calls()) {
            unstated += share(Double.isNaN(call.requestBytes()) ? 1 : 0, Double.isNaN(call.responseBytes()) ? 1 : 0);
        }
        return columns.graph.calls().isEmpty() ? 0 : unstated / columns.graph.calls().size();
    }

    private double column(double[] stated) {
        double unstated = 0;
        for (double value : stated) {
            unstated += Double.isNaN(value) ? 1 : 0;
        }
        return stated.length == 0 ? 0 : unstated / stated.length;
    }

    private double capacity(int service) {
        double vcpu = each.request(service) * w.prices.vcpu();
        double memory = each.memoryAsked(service) * (w.prices.memory() + w.prices.functionMemory());
        boolean work = w.demand.workStated(service) && !w.flows.traffic.assumedEntries();
        double ofCpu = share(unstated(columns.replicas, service), unstated(columns.cpuRequest, service),
                work ? 0 : unstated(columns.cpuUsed, service));
        double ofMemory = share(unstated(columns.replicas, service), unstated(columns.memoryRequest, service),
                unstated(columns.memoryUsed, service));
        double all = vcpu + memory;
        return all > 0 ? (vcpu * ofCpu + memory * ofMemory) / all : share(ofCpu, ofMemory);
    }

    private double shipped(int service) {
        double bytes = columns.imageStated(service) ? 0 : unstated(columns.payload, service);
        return share(bytes, unstated(columns.deploys, service));
    }

    private static double unstated(double[] column, int service) {
        return Double.isNaN(column[service]) ? 1 : 0;
    }

    private static double share(double... unstated) {
        double sum = 0;
        for (double one : unstated) {
            sum += one;
        }
        return sum / unstated.length;
    }
}
