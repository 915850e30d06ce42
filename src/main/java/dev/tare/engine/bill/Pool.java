package dev.tare.engine.bill;

import java.util.Arrays;

/**
 * The services of one shared unit, pooled by runtime: what each runtime's processes use, use at the peak, would ask
 * for one by one, and hold in memory. One pool is filled for one unit after another.
 */
final class Pool {
    private final Sizing sizing;
    private final Lots lots;
    private final Demand demand;
    private final double[] use;
    private final double[] peak;
    private final double[] oneByOne;
    private final double[] held;
    private final double[] processes;
    private boolean empty;
    private double cpu;
    private double calls;
    private double passing;
    private double memoryAsked;
    private double largestRequest;
    private double registered;

    Pool(Sizing sizing) {
        this.sizing = sizing;
        lots = sizing.lots;
        demand = sizing.demand;
        int runtimes = lots.grouping.columns.runtimes();
        use = new double[runtimes];
        peak = new double[runtimes];
        oneByOne = new double[runtimes];
        held = new double[runtimes];
        processes = new double[runtimes];
    }

    /** Adds the {@code at}-th shared unit; its replicas. */
    double add(int at, Tally to) {
        fill(at);
        if (empty) {
            return 0;
        }
        double billed = 0;
        for (int runtime = 0; runtime < use.length; runtime++) {
            billed += asked(runtime);
        }
        double lost = sizing.lossShare * (cpu + calls);
        double replicas = sizing.today && registered > 0 ? registered : scaled(billed);
        start(replicas);
        to.instances += replicas;
        to.addCpu(cpu, calls, lost, billed);
        double memory = addMemory(at, replicas, to);
        int unit = lots.grouping.shared[at];
        sizing.around.add(unit, replicas, passing, billed, memory, to);
        return replicas;
    }

    private void fill(int at) {
        clear();
        for (int i = lots.start(at); i < lots.start(at + 1); i++) {
            passing += lots.lot(i).passing;
            if (!lots.lot(i).off) {
                empty = false;
                fill(i, lots.lot(i));
            }
        }
    }

    private void clear() {
        Arrays.fill(use, 0);
        Arrays.fill(peak, 0);
        Arrays.fill(oneByOne, 0);
        Arrays.fill(held, 0);
        Arrays.fill(processes, 0);
        empty = true;
        cpu = 0;
        calls = 0;
        passing = 0;
        memoryAsked = 0;
        largestRequest = 0;
        registered = 0;
    }

    private void fill(int i, Lot lot) {
        int runtime = lot.runtime;
        double callsOf = sizing.callCpu * lot.touching / 2;
        double atPeak = sizing.callCpu * lot.touchingAtPeak / 2;
        cpu += demand.cpu[i];
        calls += callsOf;
        use[runtime] += (demand.cpu[i] + callsOf) * (1 + sizing.lossShare);
        peak[runtime] += (demand.cpuAtPeak[i] + atPeak) * (1 + sizing.lossShare);
        oneByOne[runtime] += Math.max(demand.asked[i], demand.cpu[i] + callsOf);
        held[runtime] += demand.application(i, lot);
        processes[runtime] = 1;
        memoryAsked += demand.memoryAsked[i];
        largestRequest = Math.max(largestRequest, demand.request[i]);
        registered = Math.max(registered, lot.registered);
    }

    /** vCPU a runtime asks for: its peak at the target utilisation, never more than one by one. */
    private double asked(int runtime) {
        return Math.max(use[runtime], Math.min(peak[runtime] / sizing.target, oneByOne[runtime]));
    }

    /** Replicas the CPU asked for takes, at least the availability floor. */
    private double scaled(double asked) {
        double largest = sizing.mostCpu > 0 ? Math.max(sizing.mostCpu, largestRequest) : 0;
        return Math.max(sizing.floor, largest > 0 ? Terms.wholes(asked / largest) : 1);
    }

    /** Starts the processes of so many replicas: one for each runtime in each, or one for each core it asks for. */
    private void start(double replicas) {
        for (int runtime = 0; runtime < processes.length; runtime++) {
            if (processes[runtime] > 0) {
                double cores = lots.grouping.columns.oneCore(runtime) ? Terms.wholes(asked(runtime)) : 0;
                processes[runtime] = Math.max(replicas, cores);
                sizing.processes[runtime] += processes[runtime];
            }
        }
    }

    private double addMemory(int at, double replicas, Tally to) {
        double bases = 0;
        double used = 0;
        double one = 0;
        for (int runtime = 0; runtime < processes.length; runtime++) {
            bases += processes[runtime] * demand.base[runtime];
            used += processes[runtime] * held[runtime];
            one += processes[runtime] > 0 ? held[runtime] + demand.base[runtime] : 0;
        }
        used += bases;
        double billed = Math.max(used, Math.min(used / sizing.target, replicas * memoryAsked));
        to.addMemory(0, bases, billed);
        for (int i = lots.start(at); i < lots.start(at + 1); i++) {
            addCopies(i, lots.lot(i), to);
        }
        sizing.around.fit(lots.grouping.shared[at], 0,
                Math.max(one, Math.min(one / sizing.target, memoryAsked)), to);
        return billed;
    }

    /** Each replica carries a service along: as often as its load needs, to the floor, and as the unit scales. */
    private void addCopies(int i, Lot lot, Tally to) {
        if (!lot.off) {
            double copies = processes[lot.runtime];
            double needed = lot.quiet ? Math.min(copies, 1) : sizing.needed(i, copies);
            double available = Math.min(copies, Math.max(sizing.floor, needed));
            double application = demand.application(i, lot);
            to.addMemory(needed * application, 0, 0);
            to.addCopies((available - needed) * application, (copies - available) * application);
        }
    }
}
