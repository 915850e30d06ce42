package dev.tare.engine.bill;

import static dev.tare.engine.Param.INSTANCE_MEMORY_STEP;
import static dev.tare.engine.Param.INSTANCE_VCPU_STEP;
import static dev.tare.engine.Param.ISOLATION_CPU;
import static dev.tare.engine.Param.ISOLATION_MEMORY;

import dev.tare.engine.Shape.Billing;

/**
 * What stands around the replicas of a unit: proxies and helpers beside each of them, and the room to the next size
 * where instances are sold in sizes.
 */
final class Around {
    private final Proxies proxies;
    private final Beside beside;
    private final boolean stepped;
    private final double vcpuStep;
    private final double memoryStep;
    private final double wallCpu;
    private final double wallMemory;

    Around(Grouping grouping, Terms terms) {
        proxies = new Proxies(grouping, terms);
        beside = new Beside(grouping, terms);
        stepped = terms.shape().billing() == Billing.INSTANCES;
        vcpuStep = terms.of(INSTANCE_VCPU_STEP);
        memoryStep = terms.of(INSTANCE_MEMORY_STEP);
        wallCpu = terms.of(ISOLATION_CPU);
        wallMemory = terms.of(ISOLATION_MEMORY);
    }

    /** Adds what stands around all replicas of a unit that are billed so much together. */
    void add(int unit, double replicas, double passing, double vcpu, double memory, Tally to) {
        if (replicas > 0) {
            double proxyCpu = proxies.cpu(unit, passing / replicas);
            to.addProxies(replicas * proxies.count(unit), replicas * proxyCpu, replicas * proxies.memory(unit));
            to.addHelpers(replicas, beside, unit);
            if (stepped) {
                round(replicas, vcpu / replicas + proxyCpu + cpu(unit), memory / replicas + memory(unit), to);
            }
        }
    }

    /** Adds what stands around all replicas of services alone in their units. */
    void add(Lot lot, Demand demand, int i, double billed, Tally to) {
        double replicas = demand.replicas[i];
        if (lot.size() == 1) {
            add(lot.unit, replicas, lot.passing, billed, demand.memoryHeld[i], to);
            return;
        }
        double copies = replicas / lot.replicas;
        to.addProxies(replicas * proxies.count(lot.unit), proxies.cpu(lot, copies),
                replicas * proxies.memory(lot.unit));
        to.addHelpers(replicas, beside, lot.unit);
        if (stepped) {
            round(lot, demand, i, copies, to);
        }
    }

    /** One instance with what stands beside it must fit into a node. */
    void fit(int unit, double vcpu, double memory, Tally to) {
        to.fit(vcpu + beside.watcherCpu(unit) + beside.stayerCpu(unit) + proxies.cpuAsked(unit),
                memory + beside.watcherMemory(unit) + beside.stayerMemory(unit) + proxies.memory(unit));
    }

    private double cpu(int unit) {
        return beside.watcherCpu(unit) + beside.stayerCpu(unit) + wallCpu;
    }

    private double memory(int unit) {
        return proxies.memory(unit) + beside.watcherMemory(unit) + beside.stayerMemory(unit) + wallMemory;
    }

    private void round(double replicas, double vcpu, double memory, Tally to) {
        to.cpuRounded += replicas * (Terms.steps(vcpu, vcpuStep) - vcpu);
        to.memoryRounded += replicas * (Terms.steps(memory, memoryStep) - memory);
    }

    /** Quiet services are billed what they ask for, whatever passes; only a proxy's size depends on that. */
    private void round(Lot lot, Demand demand, int i, double copies, Tally to) {
        Lot.Sizes cpu = new Lot.Sizes(true, times(demand.request[i], lot.request), cpu(lot.unit), vcpuStep);
        Lot.Sizes memory = new Lot.Sizes(false, times(demand.memoryAsked[i], lot.memory), memory(lot.unit), memoryStep);
        to.cpuRounded += copies * (proxies.meshed()
                ? lot.rounded(cpu, rate -> proxies.cpu(lot.unit, rate), copies)
                : lot.rounded(cpu));
        to.memoryRounded += copies * lot.rounded(memory);
    }

    private static double times(double all, double stated) {
        return stated > 0 ? all / stated : 1;
    }
}
