package dev.tare.engine.bill;

import static dev.tare.engine.Param.CALL_CPU;
import static dev.tare.engine.Param.INSTANCE_MEMORY_STEP;
import static dev.tare.engine.Param.INSTANCE_VCPU_STEP;
import static dev.tare.engine.Param.ISOLATION_CPU;
import static dev.tare.engine.Param.ISOLATION_CPU_SHARE;
import static dev.tare.engine.Param.ISOLATION_MEMORY;
import static dev.tare.engine.Param.MIN_REPLICAS;
import static dev.tare.engine.Param.UNIT_REPLICA_VCPU;

import dev.tare.engine.Shape.Billing;

/**
 * Sizes one unit after another; the fields hold the unit sized last, all its replicas together. Billed is what is
 * asked for or what is used, whichever is more.
 *
 * <p>A service alone in its unit keeps its replicas and requests. A shared unit scales as a whole: it asks for the
 * peak CPU of all its services ÷ the target utilisation (never for more than they ask for one by one), runs as many
 * replicas as that takes, at least the availability floor, and every replica carries the application memory of every
 * service in it; the runtime's base is shared within a process. Memory is asked for at the same target, never more
 * than the services ask for one by one.
 */
final class Sizing {
    private final Columns columns;
    private final Grouping grouping;
    private final Flows flows;
    private final Demand demand;
    private final Proxies proxies;
    private final Beside beside;
    private final Pool pool;
    private final boolean today;
    private final boolean stepped;
    private final double vcpuStep;
    private final double memoryStep;
    private final double wallCpu;
    private final double wallMemory;
    private final double callCpu;
    private final double lossShare;
    private final double floor;
    private final double mostCpu;
    private final double target;

    /** Processes by runtime, of all units sized so far. */
    final double[] processes;

    double replicas;
    double cpu;
    double serialisation;
    double lost;
    double cpuBilled;
    double cpuSpare;
    double memoryNeeded;
    double memorySpare;
    double memoryCoarse;
    double memoryBase;
    double memoryBilled;
    double proxyCount;
    double proxyCpu;
    double proxyMemory;
    double helperCount;
    double helperCpu;
    double helperMemory;
    double stayingCount;
    double stayingCpu;
    double stayingMemory;
    double instanceCpu;
    double instanceMemory;
    double cpuRounded;
    double memoryRounded;

    Sizing(Grouping grouping, Flows flows, Demand demand, Proxies proxies, Terms terms) {
        this.columns = grouping.columns;
        this.grouping = grouping;
        this.flows = flows;
        this.demand = demand;
        this.proxies = proxies;
        beside = new Beside(grouping, terms);
        today = terms.today();
        stepped = terms.shape().billing() == Billing.INSTANCES;
        vcpuStep = terms.of(INSTANCE_VCPU_STEP);
        memoryStep = terms.of(INSTANCE_MEMORY_STEP);
        wallCpu = terms.of(ISOLATION_CPU);
        wallMemory = terms.of(ISOLATION_MEMORY);
        callCpu = terms.of(CALL_CPU) / Terms.MS_PER_SECOND;
        lossShare = terms.of(ISOLATION_CPU_SHARE);
        floor = Math.max(1, terms.of(MIN_REPLICAS));
        mostCpu = terms.of(UNIT_REPLICA_VCPU);
        target = Demand.target(terms);
        pool = new Pool(columns, flows, demand, callCpu, lossShare, target);
        processes = new double[columns.runtimes()];
    }

    /** Sizes a unit that runs as many replicas as it needs. */
    void size(int unit) {
        clear();
        if (grouping.size(unit) == 1) {
            alone(grouping.member(unit, 0));
        } else {
            shared(unit);
        }
        beside(unit, flows.hops.unitIn(unit) + flows.hops.unitOut(unit) + flows.entering(grouping, unit));
    }

    /** Sizes one instance of a unit that runs once on each node; its remote calls are {@link #calls} apart. */
    void sizePinned(int unit) {
        clear();
        for (int i = 0; i < grouping.size(unit); i++) {
            if (!columns.off(grouping.member(unit, i))) {
                replicas = 1;
                pin(grouping.member(unit, i));
            }
        }
        lost = lossShare * cpu;
        cpuBilled = Math.max(cpuBilled, cpu + lost);
        instanceCpu = cpuBilled;
        instanceMemory = memoryBilled;
        beside(unit, 0);
    }

    /** vCPU of the remote calls a unit takes and makes, both ends' halves of them. */
    double calls(int unit) {
        double calls = 0;
        for (int i = 0; i < grouping.size(unit); i++) {
            int service = grouping.member(unit, i);
            calls += columns.off(service) ? 0 : callCpu * flows.touching(service) / 2;
        }
        return calls;
    }

    private void clear() {
        replicas = 0;
        cpu = 0;
        serialisation = 0;
        lost = 0;
        cpuBilled = 0;
        cpuSpare = 0;
        memoryNeeded = 0;
        memorySpare = 0;
        memoryCoarse = 0;
        memoryBase = 0;
        memoryBilled = 0;
        instanceCpu = 0;
        instanceMemory = 0;
    }

    private void pin(int service) {
        double used = demand.cpu[service] / Math.max(1, demand.replicas[service]);
        cpu += used;
        cpuBilled += Math.max(demand.cpuRequest[service], used);
        memoryNeeded += demand.application(service);
        memoryBase += demand.processes[service] * demand.base[columns.runtime[service]];
        memoryBilled += demand.memoryAsked[service];
        processes[columns.runtime[service]] += demand.processes[service];
    }

    private void alone(int service) {
        replicas = demand.replicas[service];
        if (replicas == 0) {
            return;
        }
        double request = demand.cpuRequest[service];
        cpu = demand.cpu[service];
        serialisation = callCpu * flows.touching(service) / 2;
        lost = lossShare * (cpu + serialisation);
        double use = cpu + serialisation + lost;
        double atPeak = demand.cpuAtPeak[service] + callCpu * flows.touchingAtPeak(service) / 2;
        cpuBilled = Math.max(replicas * request, use);
        cpuSpare = spare(request, atPeak * (1 + lossShare), cpuBilled - use);
        double started = replicas * demand.processes[service];
        double needed = needed(service, replicas);
        memoryBase = started * demand.base[columns.runtime[service]];
        memoryNeeded = needed * demand.application(service);
        memorySpare = (replicas - needed) * demand.application(service);
        memoryBilled = replicas * demand.memoryAsked[service];
        processes[columns.runtime[service]] += started;
        instanceCpu = request;
        instanceMemory = demand.memoryAsked[service];
    }

    /** Requests of the replicas that load at its peak would not need, as far as they are not used. */
    private double spare(double request, double peak, double unused) {
        double needed = request > 0 && peak > 0 ? Math.max(1, Terms.wholes(peak / (target * request))) : 1;
        return Math.max(0, Math.min(unused, (replicas - needed) * request));
    }

    /** Copies of a service's memory that its own load needs: peak CPU ÷ the most one replica may have, at least 1. */
    private double needed(int service, double copies) {
        double most = Math.max(mostCpu, demand.cpuRequest[service]);
        double byLoad = most > 0 ? Math.max(1, demand.cpuAtPeak[service] / most) : 1;
        return Math.min(copies, byLoad);
    }

    private void shared(int unit) {
        pool.clear();
        for (int i = 0; i < grouping.size(unit); i++) {
            pool.add(grouping.member(unit, i));
        }
        cpu = pool.cpu;
        serialisation = pool.serialisation;
        lost = lossShare * (cpu + serialisation);
        cpuBilled = pool.asked();
        replicas = pool.empty() ? 0 : today && pool.registered > 0 ? pool.registered : scaled();
        pool.start(replicas, processes);
        for (int i = 0; i < grouping.size(unit); i++) {
            copies(grouping.member(unit, i));
        }
        double used = pool.used();
        double one = pool.inOneProcess();
        memoryBase = pool.bases();
        memoryBilled = Math.max(used, Math.min(used / target, replicas * pool.memoryAsked));
        instanceMemory = Math.max(one, Math.min(one / target, pool.memoryAsked));
    }

    /** Replicas the CPU asked for takes, at least the availability floor. */
    private double scaled() {
        double largest = mostCpu > 0 ? Math.max(mostCpu, pool.largestRequest) : 0;
        return Math.max(floor, largest > 0 ? Terms.wholes(cpuBilled / largest) : 1);
    }

    /** Each replica carries a service along: as often as its load needs, to the floor, and as the unit scales. */
    private void copies(int service) {
        if (!columns.off(service)) {
            double copies = pool.copies(service);
            double needed = needed(service, copies);
            double available = Math.min(copies, Math.max(floor, needed));
            double application = demand.application(service);
            memoryNeeded += needed * application;
            memorySpare += (available - needed) * application;
            memoryCoarse += (copies - available) * application;
        }
    }

    private void beside(int unit, double rate) {
        proxyCount = replicas * proxies.count(unit);
        proxyCpu = replicas > 0 ? replicas * proxies.cpu(unit, rate / replicas) : 0;
        proxyMemory = replicas * proxies.memory(unit);
        helperCount = replicas * beside.watchers(unit);
        helperCpu = replicas * beside.watcherCpu(unit);
        helperMemory = replicas * beside.watcherMemory(unit);
        stayingCount = replicas * beside.stayers(unit);
        stayingCpu = replicas * beside.stayerCpu(unit);
        stayingMemory = replicas * beside.stayerMemory(unit);
        if (replicas > 0) {
            instanceCpu += beside.watcherCpu(unit) + beside.stayerCpu(unit) + proxies.cpuAsked(unit);
            instanceMemory += (helperMemory + stayingMemory + proxyMemory) / replicas;
        }
        round();
    }

    /** Instances that are sold in sizes are rounded up to one. */
    private void round() {
        cpuRounded = 0;
        memoryRounded = 0;
        if (stepped && replicas > 0) {
            double vcpu = (cpuBilled + proxyCpu + helperCpu + stayingCpu) / replicas + wallCpu;
            double bytes = (memoryBilled + proxyMemory + helperMemory + stayingMemory) / replicas + wallMemory;
            cpuRounded = replicas * (Terms.steps(vcpu, vcpuStep) - vcpu);
            memoryRounded = replicas * (Terms.steps(bytes, memoryStep) - bytes);
        }
    }
}
