package dev.tare.engine.bill;

import static dev.tare.engine.Param.CALL_CPU;
import static dev.tare.engine.Param.DEFAULT_SIDECAR_MEMORY;
import static dev.tare.engine.Param.FUNCTION_COLD_SHARE;
import static dev.tare.engine.Param.ISOLATION_CPU_SHARE;
import static dev.tare.engine.Param.WORK_CPU_SHARE;
import static dev.tare.engine.bill.Stated.WORK;

import dev.tare.engine.bill.Companions.Kind;

/**
 * What is held while functions run, on average over the month: instances × the memory granted to each, and the vCPU
 * that comes with it. A function is held while it works, while it starts cold, and while it waits for the functions it
 * calls, which are held as well: the caller's wait is paid twice. Under a workflow engine the workflow waits instead.
 * A grant with less than one vCPU stretches the CPU part of the work accordingly.
 *
 * <p>Example: 10 requests/s of 100 ms, all of it CPU, at 1 GB where a vCPU comes with 2 GB: each takes 200 ms, so 2
 * instances, 2 GB and 1 vCPU are held.
 */
final class Functions {
    private final Lots lots;
    private final Grouping grouping;
    private final Demand demand;
    private final Terms terms;
    private final Each each;
    private final Grants grants;
    private final Waiting waits;
    private final double callCpu;
    private final double loss;
    private final double starts;

    double invocations;
    double working;
    double waiting;
    double cold;
    double netCpu;
    double netMemory;
    double networkCpu;
    double networkMemory;
    double isolationCpu;
    double isolationMemory;
    double placementCpu;
    double placementMemory;
    double waitingMemory;
    double headroomCpu;
    double headroomMemory;

    Functions(Lots lots, Demand demand, Terms terms, Kept kept) {
        this.lots = lots;
        this.demand = demand;
        this.terms = terms;
        grouping = lots.grouping;
        each = new Each(lots, demand);
        grants = new Grants(lots, demand, each, terms);
        waits = kept.waiting(lots, grants, terms);
        callCpu = terms.of(CALL_CPU) / Terms.MS_PER_SECOND;
        loss = terms.of(ISOLATION_CPU_SHARE);
        starts = Math.min(1, terms.of(FUNCTION_COLD_SHARE)) / Terms.MS_PER_SECOND;
        for (int i = 0; i < lots.alone(); i++) {
            alone(i, lots.lot(i));
        }
        for (int unit : grouping.shared) {
            hold(unit);
        }
    }

    /** Instances busy with something, and those times the bytes granted to each. */
    private record Busy(double count, double bytes) {
        Busy times(double factor) {
            return new Busy(count * factor, bytes * factor);
        }

        Busy plus(Busy other) {
            return new Busy(count + other.count, bytes + other.bytes);
        }
    }

    private void alone(int i, Lot lot) {
        if (!Steady.is(lot)) {
            for (int service : lot.services) {
                hold(grouping.unitOf[service]);
            }
            return;
        }
        Steady sums = lot.steady(grants);
        double share = Math.min(1, terms.of(WORK_CPU_SHARE));
        double io = lot.states(WORK) ? 1 - share : 1;
        double use = lot.cpu > 0 ? demand.cpu[i] / lot.cpu : 0;
        Busy work = new Busy(io * sums.io + use * sums.cpuSlow, io * sums.ioG + use * sums.cpuSlowG);
        Busy calling = new Busy(sums.callsSlow, sums.callsSlowG).times(callCpu);
        Busy losing = new Busy(use * sums.cpuSlow, use * sums.cpuSlowG).plus(calling).times(loss);
        double coldMs = grouping.columns.coldStart(lot.runtime, terms);
        Busy starting = new Busy(sums.arriving, sums.arrivingG).times(starts * coldMs);
        Busy wait = new Busy(waits.count(i), waits.bytes(i));
        invocations += sums.arriving;
        netMemory += io * sums.ioUsed + use * sums.cpuSlowUsed;
        headroomMemory -= io * sums.ioUsed + use * sums.cpuSlowUsed;
        book(demand.cpu[i], callCpu * sums.calls, work, calling, losing, wait, starting);
    }

    private void hold(int unit) {
        double granted = grants.bytes(unit);
        double speed = grants.speed(granted);
        double work = 0;
        double cpu = 0;
        double calls = 0;
        double wait = 0;
        double used = 0;
        double coldMs = 0;
        for (int i = 0; i < grouping.size(unit); i++) {
            int service = grouping.member(unit, i);
            if (!grouping.columns.off(service)) {
                double held = held(service, speed);
                work += held;
                used += held * Math.min(granted, each.memoryUsed(service));
                cpu += each.cpu(service);
                calls += callCpu * lots.flows.touching(service) / 2;
                wait += lots.flows.traffic.mean(service) * waits.ms(service) / Terms.MS_PER_SECOND;
                coldMs = Math.max(coldMs, grouping.columns.coldStart(grouping.columns.runtime[service], terms));
            }
        }
        double arriving = lots.flows.hops.unitIn(unit) + lots.flows.entering(grouping, unit);
        invocations += arriving;
        netMemory += used;
        headroomMemory -= used;
        Busy one = new Busy(1, granted);
        Busy calling = one.times(calls / speed);
        Busy losing = one.times(loss * (cpu + calls) / speed);
        Busy all = one.times(work).plus(calling).plus(losing);
        double idle = wait + arriving * starts * coldMs;
        placementMemory += (all.count() + idle)
                * grouping.companions.of(Kind.STAYING).memory(unit, terms.of(DEFAULT_SIDECAR_MEMORY));
        book(cpu, calls, one.times(work), calling, losing, one.times(wait), one.times(arriving * starts * coldMs));
    }

    /** Instances a service's own work keeps busy. */
    private double held(int service, double speed) {
        double cpu = each.cpu(service);
        double rate = lots.flows.traffic.mean(service);
        double io = Math.max(0, rate * each.workMs(service) / Terms.MS_PER_SECOND - cpu);
        return io + cpu / speed;
    }

    private void book(double cpu, double calls, Busy work, Busy calling, Busy losing, Busy wait, Busy starting) {
        Busy idle = wait.plus(starting);
        Busy all = work.plus(calling).plus(losing);
        working += all.count();
        waiting += wait.count();
        cold += starting.count();
        netCpu += cpu;
        networkCpu += calls;
        isolationCpu += loss * (cpu + calls);
        placementCpu += vcpu(idle);
        headroomCpu += Math.max(0, vcpu(all) - (1 + loss) * (cpu + calls));
        networkMemory += calling.bytes();
        isolationMemory += losing.bytes();
        waitingMemory += wait.bytes();
        placementMemory += idle.bytes();
        headroomMemory += work.bytes();
    }

    /** vCPUs that come with what is held. */
    private double vcpu(Busy held) {
        return grants.perVcpu() > 0 ? held.bytes() / grants.perVcpu() : held.count();
    }
}
