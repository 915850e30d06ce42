package dev.tare.engine.bill;

import static dev.tare.engine.Param.CALL_CPU;
import static dev.tare.engine.Param.ISOLATION_CPU_SHARE;
import static dev.tare.engine.Param.MIN_REPLICAS;
import static dev.tare.engine.Param.UNIT_REPLICA_VCPU;

/**
 * Sizes units, all replicas of each together, and adds them up. Billed is what is asked for or what is used, whichever
 * is more.
 *
 * <p>A service alone in its unit keeps its replicas and requests. A shared unit scales as a whole: it asks for the
 * peak CPU of all its services ÷ the target utilisation (never for more than they ask for one by one), runs as many
 * replicas as that takes, at least the availability floor, and every replica carries the application memory of every
 * service in it; the runtime's base is shared within a process. Memory is asked for at the same target, never more
 * than the services ask for one by one.
 */
final class Sizing {
    final Lots lots;
    final Demand demand;
    final Around around;
    final boolean today;
    final double callCpu;
    final double lossShare;
    final double floor;
    final double mostCpu;
    final double target;

    /** Processes by runtime, of all units sized so far. */
    final double[] processes;

    private final Pool pool;

    Sizing(Lots lots, Demand demand, Terms terms) {
        this.lots = lots;
        this.demand = demand;
        today = terms.today();
        callCpu = terms.of(CALL_CPU) / Terms.MS_PER_SECOND;
        lossShare = terms.of(ISOLATION_CPU_SHARE);
        floor = Math.max(1, terms.of(MIN_REPLICAS));
        mostCpu = terms.of(UNIT_REPLICA_VCPU);
        target = Demand.target(terms);
        processes = new double[lots.grouping.columns.runtimes()];
        around = new Around(lots.grouping, terms);
        pool = new Pool(this);
    }

    /** Adds services that are alone in their units. */
    void alone(int i, Tally to) {
        Lot lot = lots.lot(i);
        double replicas = demand.replicas[i];
        if (replicas == 0) {
            return;
        }
        double calls = callCpu * lot.touching / 2;
        double lost = lossShare * (demand.cpu[i] + calls);
        double use = demand.cpu[i] + calls + lost;
        double billed = Math.max(demand.asked[i], use);
        to.instances += replicas;
        to.addCpu(demand.cpu[i], calls, lost, billed);
        double needed = lot.quiet ? 1 : needed(i, replicas);
        double application = demand.application(i, lot);
        to.addMemory(needed * application, demand.started[i] * demand.base[lot.runtime], demand.memoryHeld[i]);
        if (lot.size() == 1) {
            to.cpuSpare += spare(i, replicas, billed - use);
            to.addCopies((replicas - needed) * application, 0);
        }
        processes[lot.runtime] += demand.started[i];
        around.add(lot, demand, i, billed, to);
        around.fit(lot.unit, demand.request[i], demand.largestMemory[i], to);
    }

    /** Adds the {@code at}-th shared unit, which runs as many replicas as it needs; its replicas. */
    double shared(int at, Tally to) {
        return pool.add(at, to);
    }

    /** Adds one instance of a unit that runs once on each node, without its remote calls; whether it runs at all. */
    boolean onEach(int from, int upTo, Tally to) {
        double used = 0;
        double asked = 0;
        double memory = 0;
        boolean runs = false;
        for (int i = from; i < upTo; i++) {
            Lot lot = lots.lot(i);
            if (!lot.off) {
                runs = true;
                double each = demand.cpu[i] / Math.max(1, demand.replicas[i]);
                used += each;
                asked += Math.max(demand.request[i], each);
                memory += demand.memoryAsked[i];
                to.addMemory(demand.application(i, lot), demand.processes[i] * demand.base[lot.runtime], 0);
                processes[lot.runtime] += demand.processes[i];
            }
        }
        if (runs) {
            pin(lots.lot(from).unit, used, asked, memory, to);
        }
        return runs;
    }

    private void pin(int unit, double used, double asked, double memory, Tally to) {
        double lost = lossShare * used;
        double billed = Math.max(asked, used + lost);
        to.instances++;
        to.addCpu(used, 0, lost, billed);
        to.memoryBilled += memory;
        around.add(unit, 1, 0, billed, memory, to);
        around.fit(unit, billed, memory, to);
    }

    /** vCPU of the remote calls that lots take and make, both ends' halves of them. */
    double calls(int from, int upTo) {
        double calls = 0;
        for (int i = from; i < upTo; i++) {
            calls += lots.lot(i).off ? 0 : callCpu * lots.lot(i).touching / 2;
        }
        return calls;
    }

    /** Copies of a service's memory that its own load needs: peak CPU ÷ the most one replica may have, at least 1. */
    double needed(int i, double copies) {
        double most = Math.max(mostCpu, demand.request[i]);
        double byLoad = most > 0 ? Math.max(1, demand.cpuAtPeak[i] / most) : 1;
        return Math.min(copies, byLoad);
    }

    /** What the replicas ask for beyond those that load at its peak would need, as far as it is not used. */
    private double spare(int i, double replicas, double unused) {
        double request = demand.request[i];
        double atPeak = demand.cpuAtPeak[i] + callCpu * lots.lot(i).touchingAtPeak / 2;
        double peak = atPeak * (1 + lossShare);
        double needed = request > 0 && peak > 0 ? Math.max(1, Terms.wholes(peak / (target * request))) : 1;
        return Math.max(0, Math.min(unused, (replicas - needed) * request));
    }
}
