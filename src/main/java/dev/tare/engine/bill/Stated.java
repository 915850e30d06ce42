package dev.tare.engine.bill;

import dev.tare.engine.graph.Traffic;

/**
 * A service's own part of its demand: what it states, and 1 in place of what it does not, so that the default can be
 * multiplied in later and services that leave the same fields open can be added up before it is known.
 */
final class Stated {
    static final int REPLICAS = 1;
    static final int REQUEST = 1 << 1;
    /** CPU use is stated. */
    static final int USE = 1 << 2;
    /** CPU use follows requests and work. */
    static final int WORK = 1 << 3;
    /** Of the work the median is stated. */
    static final int MEDIAN = 1 << 4;
    /** Of the work the 99th percentile is stated. */
    static final int TAIL = 1 << 5;
    /** Peak over mean is known. */
    static final int PEAK = 1 << 6;
    static final int MEMORY = 1 << 7;
    static final int MEMORY_USED = 1 << 8;
    private static final double NOTHING = 1;

    private final Columns columns;
    private final Flows flows;

    Stated(Columns columns, Flows flows) {
        this.columns = columns;
        this.flows = flows;
    }

    /** What is known of a service, as bits. */
    int traits(int service) {
        boolean use = !Double.isNaN(columns.cpuUsed[service]);
        return bit(!Double.isNaN(columns.replicas[service]) || columns.pinned[service], REPLICAS)
                | bit(!Double.isNaN(columns.cpuRequest[service]), REQUEST) | bit(use, USE)
                | bit(!use && byRequests(service), WORK) | bit(!Double.isNaN(columns.workP50[service]), MEDIAN)
                | bit(!Double.isNaN(columns.workP99[service]), TAIL) | bit(peakKnown(service), PEAK)
                | bit(!Double.isNaN(columns.memoryRequest[service]), MEMORY)
                | bit(!Double.isNaN(columns.memoryUsed[service]), MEMORY_USED);
    }

    double replicas(int service) {
        return or(columns.replicas[service]);
    }

    double request(int service) {
        return or(columns.cpuRequest[service]);
    }

    /** vCPU of all replicas, before the share of work that is CPU or the default utilisation. */
    double cpu(int service) {
        if (columns.off(service)) {
            return 0;
        }
        if (!Double.isNaN(columns.cpuUsed[service])) {
            return replicas(service) * columns.cpuUsed[service];
        }
        return byRequests(service)
                ? flows.traffic.mean(service) * work(service) / Terms.MS_PER_SECOND
                : replicas(service) * request(service);
    }

    /** Mean ms of one request's own work, before the default's spread where one percentile alone is stated. */
    double work(int service) {
        double p50 = columns.workP50[service];
        double p99 = columns.workP99[service];
        if (Double.isNaN(p50) || Double.isNaN(p99)) {
            return Double.isNaN(p50) ? or(p99) : p50;
        }
        return Work.mean(p50, p99);
    }

    /** Peak CPU use over mean, as the service states it or as its requests have it. */
    double peak(int service) {
        double stated = columns.peakToMean[service];
        if (!Double.isNaN(stated)) {
            return Math.max(1, stated);
        }
        Traffic traffic = flows.traffic;
        return peakKnown(service) ? traffic.peak(service) / traffic.mean(service) : NOTHING;
    }

    /** Bytes one replica asks for, or uses where that is more. */
    double memory(int service) {
        double asked = columns.memoryRequest[service];
        double used = columns.memoryUsed[service];
        return Double.isNaN(asked) || Double.isNaN(used) ? or(asked) : Math.max(asked, used);
    }

    /** Bytes one replica uses, before the default utilisation. */
    double used(int service) {
        double used = columns.memoryUsed[service];
        return Double.isNaN(used) ? or(columns.memoryRequest[service]) : used;
    }

    /** Processes of one replica; of one core only where the request says how many. */
    double processes(int service) {
        boolean many = columns.oneCore(columns.runtime[service]) && !Double.isNaN(columns.cpuRequest[service]);
        return many ? Math.max(1, Terms.wholes(columns.cpuRequest[service])) : 1;
    }

    private boolean byRequests(int service) {
        boolean work = !Double.isNaN(columns.workP50[service]) || !Double.isNaN(columns.workP99[service]);
        return work && !flows.traffic.assumedEntries() && !columns.pinned[service];
    }

    private boolean peakKnown(int service) {
        boolean byRequests = Double.isNaN(columns.cpuUsed[service]) && byRequests(service);
        return !Double.isNaN(columns.peakToMean[service]) || byRequests && flows.traffic.mean(service) > 0;
    }

    private static int bit(boolean set, int bit) {
        return set ? bit : 0;
    }

    private static double or(double stated) {
        return Double.isNaN(stated) ? NOTHING : stated;
    }
}
