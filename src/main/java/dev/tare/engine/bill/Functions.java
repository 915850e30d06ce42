package dev.tare.engine.bill;

import static dev.tare.engine.Param.CALL_CPU;
import static dev.tare.engine.Param.DEFAULT_SIDECAR_MEMORY;
import static dev.tare.engine.Param.FUNCTION_COLD_SHARE;
import static dev.tare.engine.Param.FUNCTION_MEMORY;
import static dev.tare.engine.Param.FUNCTION_MEMORY_PER_VCPU;
import static dev.tare.engine.Param.HOP_P50;
import static dev.tare.engine.Param.HOP_P99;
import static dev.tare.engine.Param.ISOLATION_CPU_SHARE;
import static dev.tare.engine.Param.WORKFLOW_TRANSITIONS_PER_CALL;
import static dev.tare.engine.Param.WORK_CPU_SHARE;

import dev.tare.engine.bill.Companions.Kind;
import java.util.Arrays;

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
    private final Columns columns;
    private final Grouping grouping;
    private final Flows flows;
    private final Demand demand;
    private final Terms terms;
    private final double callCpu;
    private final double loss;
    private final double perVcpu;
    private final double hop;
    private final boolean workflow;
    private final double[] granted;
    private final boolean[] seen;

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

    Functions(Grouping grouping, Flows flows, Demand demand, Terms terms, Kept kept) {
        this.columns = grouping.columns;
        this.grouping = grouping;
        this.flows = flows;
        this.demand = demand;
        this.terms = terms;
        callCpu = terms.of(CALL_CPU) / Terms.MS_PER_SECOND;
        loss = terms.of(ISOLATION_CPU_SHARE);
        perVcpu = terms.of(FUNCTION_MEMORY_PER_VCPU);
        hop = Demand.mean(terms.of(HOP_P50), terms.of(HOP_P99));
        workflow = terms.of(WORKFLOW_TRANSITIONS_PER_CALL) > 0;
        granted = new double[grouping.units];
        seen = new boolean[columns.runtimes()];
        for (int unit = 0; unit < grouping.units; unit++) {
            granted[unit] = grant(unit);
        }
        double[] waits = workflow
                ? new double[columns.count]
                : kept.waits(new Waits.Key(grouping, flows, demand, hop, terms.of(FUNCTION_MEMORY), perVcpu),
                        this::waits);
        for (int unit = 0; unit < grouping.units; unit++) {
            hold(unit, waits);
        }
    }

    double vcpu() {
        return netCpu + networkCpu + isolationCpu + placementCpu + headroomCpu;
    }

    double memory() {
        return netMemory + networkMemory + isolationMemory + placementMemory + headroomMemory;
    }

    /** Bytes one instance of a unit uses: every service in it once, each runtime's base once. */
    private double used(int unit) {
        double used = 0;
        Arrays.fill(seen, false);
        for (int i = 0; i < grouping.size(unit); i++) {
            int service = grouping.member(unit, i);
            int runtime = columns.runtime[service];
            if (!columns.off(service)) {
                used += demand.memoryUsed[service] - demand.base[runtime];
                used += seen[runtime] ? 0 : demand.base[runtime];
                seen[runtime] = true;
            }
        }
        return used;
    }

    private double grant(int unit) {
        double stated = 0;
        for (int i = 0; i < grouping.size(unit); i++) {
            int service = grouping.member(unit, i);
            boolean states = !columns.off(service) && !Double.isNaN(columns.memoryRequest[service]);
            stated += states ? columns.memoryRequest[service] : 0;
        }
        boolean alone = grouping.size(unit) == 1;
        double least = alone && stated > 0 ? stated : terms.of(FUNCTION_MEMORY);
        return Math.max(least, used(unit));
    }

    private double vcpu(int unit) {
        return perVcpu > 0 ? granted[unit] / perVcpu : 1;
    }

    /** CPU time runs at most at one core, slower where less than one is granted. */
    private double speed(int unit) {
        double vcpu = vcpu(unit);
        return vcpu > 0 ? Math.min(1, vcpu) : 1;
    }

    private double[] waits() {
        return new Waits(flows.topology, columns.modes, grouping.unitOf, ownMs(), hop).remote;
    }

    /** Own work of one request at each service, its CPU time stretched where less than a core is granted. */
    private double[] ownMs() {
        double[] own = new double[columns.count];
        double onCpu = Math.min(1, terms.of(WORK_CPU_SHARE));
        for (int service = 0; service < own.length; service++) {
            own[service] = demand.workMs[service] * (1 - onCpu + onCpu / speed(grouping.unitOf[service]));
        }
        return own;
    }

    /** Instances a service's own work keeps busy. */
    private double held(int service) {
        double cpu = demand.cpu[service];
        double rate = columns.off(service) ? 0 : flows.traffic.mean(service);
        double io = Math.max(0, rate * demand.workMs[service] / Terms.MS_PER_SECOND - cpu);
        return io + cpu / speed(grouping.unitOf[service]);
    }

    private void hold(int unit, double[] waits) {
        double work = 0;
        double cpu = 0;
        double calls = 0;
        double wait = 0;
        double used = 0;
        double coldMs = 0;
        for (int i = 0; i < grouping.size(unit); i++) {
            int service = grouping.member(unit, i);
            if (!columns.off(service)) {
                work += held(service);
                used += held(service) * Math.min(granted[unit], demand.memoryUsed[service]);
                cpu += demand.cpu[service];
                calls += callCpu * flows.touching(service) / 2;
                wait += flows.traffic.mean(service) * waits[service] / Terms.MS_PER_SECOND;
                coldMs = Math.max(coldMs, columns.coldStart(columns.runtime[service], terms));
            }
        }
        double arriving = flows.hops.unitIn(unit) + flows.entering(grouping, unit);
        double starting = arriving * coldShare() * coldMs / Terms.MS_PER_SECOND;
        invocations += arriving;
        book(unit, work, used, cpu, calls, wait, starting);
    }

    private double coldShare() {
        return Math.min(1, terms.of(FUNCTION_COLD_SHARE));
    }

    private void book(int unit, double work, double used, double cpu, double calls, double wait, double starting) {
        double serialising = calls / speed(unit);
        double losing = loss * (cpu + calls) / speed(unit);
        double beside = grouping.companions.of(Kind.STAYING).memory(unit, terms.of(DEFAULT_SIDECAR_MEMORY));
        double all = work + serialising + losing + wait + starting;
        working += work + serialising + losing;
        waiting += wait;
        cold += starting;
        netCpu += cpu;
        networkCpu += calls;
        isolationCpu += loss * (cpu + calls);
        placementCpu += (wait + starting) * vcpu(unit);
        headroomCpu += Math.max(0, (work + serialising + losing) * vcpu(unit) - (1 + loss) * (cpu + calls));
        netMemory += used;
        networkMemory += serialising * granted[unit];
        isolationMemory += losing * granted[unit];
        waitingMemory += wait * granted[unit];
        placementMemory += (wait + starting) * granted[unit] + all * beside;
        headroomMemory += work * granted[unit] - used;
    }
}
