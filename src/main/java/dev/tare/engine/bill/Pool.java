package dev.tare.engine.bill;

import java.util.Arrays;

/**
 * The services of one shared unit, pooled by runtime: what each runtime's processes use, use at the peak, would ask
 * for one by one, and hold in memory. One pool is filled for one unit after another.
 */
final class Pool {
    private final Columns columns;
    private final Flows flows;
    private final Demand demand;
    private final double callCpu;
    private final double lossShare;
    private final double target;
    private final double[] use;
    private final double[] peak;
    private final double[] oneByOne;
    private final double[] held;
    private final double[] processes;
    private boolean empty = true;

    double cpu;
    double serialisation;
    double memoryAsked;
    double largestRequest;
    double registered;

    Pool(Columns columns, Flows flows, Demand demand, double callCpu, double lossShare, double target) {
        this.columns = columns;
        this.flows = flows;
        this.demand = demand;
        this.callCpu = callCpu;
        this.lossShare = lossShare;
        this.target = target;
        use = new double[columns.runtimes()];
        peak = new double[columns.runtimes()];
        oneByOne = new double[columns.runtimes()];
        held = new double[columns.runtimes()];
        processes = new double[columns.runtimes()];
    }

    void clear() {
        Arrays.fill(use, 0);
        Arrays.fill(peak, 0);
        Arrays.fill(oneByOne, 0);
        Arrays.fill(held, 0);
        Arrays.fill(processes, 0);
        empty = true;
        cpu = 0;
        serialisation = 0;
        memoryAsked = 0;
        largestRequest = 0;
        registered = 0;
    }

    void add(int service) {
        if (columns.off(service)) {
            return;
        }
        empty = false;
        int runtime = columns.runtime[service];
        double calls = callCpu * flows.touching(service) / 2;
        double callsAtPeak = callCpu * flows.touchingAtPeak(service) / 2;
        double asked = demand.replicas[service] * demand.cpuRequest[service];
        double stated = columns.replicas[service];
        cpu += demand.cpu[service];
        serialisation += calls;
        use[runtime] += (demand.cpu[service] + calls) * (1 + lossShare);
        peak[runtime] += (demand.cpuAtPeak[service] + callsAtPeak) * (1 + lossShare);
        oneByOne[runtime] += Math.max(asked, demand.cpu[service] + calls);
        held[runtime] += demand.application(service);
        processes[runtime] = 1;
        memoryAsked += demand.memoryAsked[service];
        largestRequest = Math.max(largestRequest, demand.cpuRequest[service]);
        registered = Math.max(registered, Double.isNaN(stated) ? 0 : stated);
    }

    /** Whether nothing in the unit runs. */
    boolean empty() {
        return empty;
    }

    /** vCPU all runtimes ask for: their peak at the target utilisation, never more than one by one. */
    double asked() {
        double asked = 0;
        for (int runtime = 0; runtime < use.length; runtime++) {
            asked += asked(runtime);
        }
        return asked;
    }

    /** Starts the processes of so many replicas: one for each runtime in each, or one for each core it asks for. */
    void start(double replicas, double[] counted) {
        for (int runtime = 0; runtime < processes.length; runtime++) {
            if (processes[runtime] > 0) {
                double cores = columns.oneCore(runtime) ? Terms.wholes(asked(runtime)) : 0;
                processes[runtime] = Math.max(replicas, cores);
                counted[runtime] += processes[runtime];
            }
        }
    }

    /** Copies of a service's memory: the processes of its runtime. */
    double copies(int service) {
        return processes[columns.runtime[service]];
    }

    /** Bytes of all runtimes' bases in all processes. */
    double bases() {
        double bytes = 0;
        for (int runtime = 0; runtime < processes.length; runtime++) {
            bytes += processes[runtime] * demand.base[runtime];
        }
        return bytes;
    }

    /** Bytes all processes use. */
    double used() {
        double bytes = bases();
        for (int runtime = 0; runtime < processes.length; runtime++) {
            bytes += processes[runtime] * held[runtime];
        }
        return bytes;
    }

    /** Bytes of one process of each runtime. */
    double inOneProcess() {
        double bytes = 0;
        for (int runtime = 0; runtime < processes.length; runtime++) {
            bytes += processes[runtime] > 0 ? held[runtime] + demand.base[runtime] : 0;
        }
        return bytes;
    }

    private double asked(int runtime) {
        return Math.max(use[runtime], Math.min(peak[runtime] / target, oneByOne[runtime]));
    }
}
