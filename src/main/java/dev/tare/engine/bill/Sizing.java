package dev.tare.engine.bill;

import static dev.tare.engine.Param.AGENT_SIDECARS;
import static dev.tare.engine.Param.AGENT_SIDECAR_CPU;
import static dev.tare.engine.Param.AGENT_SIDECAR_MEMORY;
import static dev.tare.engine.Param.CALL_CPU;
import static dev.tare.engine.Param.DEFAULT_SIDECAR_CPU;
import static dev.tare.engine.Param.DEFAULT_SIDECAR_MEMORY;
import static dev.tare.engine.Param.INSTANCE_MEMORY_STEP;
import static dev.tare.engine.Param.INSTANCE_VCPU_STEP;
import static dev.tare.engine.Param.ISOLATION_CPU;
import static dev.tare.engine.Param.ISOLATION_CPU_SHARE;
import static dev.tare.engine.Param.ISOLATION_MEMORY;
import static dev.tare.engine.Param.MIN_REPLICAS;
import static dev.tare.engine.Param.UNIT_REPLICA_VCPU;

import dev.tare.engine.Shape.Billing;
import dev.tare.engine.Shape.Helpers;
import dev.tare.engine.bill.Companions.Kind;
import java.util.Arrays;

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
    private final boolean today;
    private final boolean stepped;
    private final double vcpuStep;
    private final double memoryStep;
    private final double callCpu;
    private final double lossShare;
    private final double wallCpu;
    private final double wallMemory;
    private final double floor;
    private final double mostCpu;
    private final double target;
    private final boolean helpersStay;
    private final double agents;
    private final double agentCpu;
    private final double agentMemory;
    private final double sidecarCpu;
    private final double sidecarMemory;
    private final double[] useOf;
    private final double[] peakOf;
    private final double[] oneByOneOf;
    private final double[] memoryOf;
    private final double[] processesOf;

    /** Processes by runtime of the unit sized last are added up here. */
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
        today = terms.today();
        stepped = terms.shape().billing() == Billing.INSTANCES;
        vcpuStep = stepped ? terms.of(INSTANCE_VCPU_STEP) : 0;
        memoryStep = stepped ? terms.of(INSTANCE_MEMORY_STEP) : 0;
        callCpu = terms.of(CALL_CPU) / Terms.MS_PER_SECOND;
        lossShare = terms.of(ISOLATION_CPU_SHARE);
        wallCpu = stepped ? terms.of(ISOLATION_CPU) : 0;
        wallMemory = stepped ? terms.of(ISOLATION_MEMORY) : 0;
        floor = Math.max(1, terms.of(MIN_REPLICAS));
        mostCpu = terms.of(UNIT_REPLICA_VCPU);
        target = Demand.target(terms);
        helpersStay = today || terms.shape().helpers() == Helpers.SIDECAR;
        agents = today ? 0 : terms.of(AGENT_SIDECARS);
        agentCpu = terms.of(AGENT_SIDECAR_CPU);
        agentMemory = terms.of(AGENT_SIDECAR_MEMORY);
        sidecarCpu = terms.of(DEFAULT_SIDECAR_CPU);
        sidecarMemory = terms.of(DEFAULT_SIDECAR_MEMORY);
        useOf = new double[columns.runtimes()];
        peakOf = new double[columns.runtimes()];
        oneByOneOf = new double[columns.runtimes()];
        memoryOf = new double[columns.runtimes()];
        processesOf = new double[columns.runtimes()];
        processes = new double[columns.runtimes()];
    }

    /** Sizes a unit that runs as many replicas as it needs. */
    void size(int unit) {
        if (grouping.size(unit) == 1) {
            alone(grouping.member(unit, 0));
        } else {
            shared(unit);
        }
        beside(unit, flows.hops.unitIn(unit) + flows.hops.unitOut(unit) + flows.entering(grouping, unit));
    }

    /** Sizes one instance of a unit that runs once on each node; remote calls are counted by the caller. */
    void sizePinned(int unit) {
        reset();
        for (int i = 0; i < grouping.size(unit); i++) {
            int service = grouping.member(unit, i);
            double one = columns.off(service) ? 0 : 1;
            double all = Math.max(1, demand.replicas[service]);
            replicas = Math.max(replicas, one);
            cpu += one * demand.cpu[service] / all;
            cpuBilled += one * Math.max(demand.cpuRequest[service], demand.cpu[service] / all);
            memoryNeeded += one * demand.application(service);
            memoryBase += one * demand.processes[service] * demand.base[columns.runtime[service]];
            memoryBilled += one * demand.memoryAsked[service];
            processes[columns.runtime[service]] += one * demand.processes[service];
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

    private void reset() {
        replicas = 0;
        cpu = 0;
        serialisation = 0;
        cpuBilled = 0;
        cpuSpare = 0;
        memoryNeeded = 0;
        memorySpare = 0;
        memoryCoarse = 0;
        memoryBase = 0;
        memoryBilled = 0;
    }

    private void alone(int service) {
        reset();
        replicas = demand.replicas[service];
        if (replicas == 0) {
            lost = 0;
            instanceCpu = 0;
            instanceMemory = 0;
            return;
        }
        double request = demand.cpuRequest[service];
        cpu = demand.cpu[service];
        serialisation = callCpu * flows.touching(service) / 2;
        lost = lossShare * (cpu + serialisation);
        double use = cpu + serialisation + lost;
        cpuBilled = Math.max(replicas * request, use);
        double atPeak = demand.cpuAtPeak[service] + callCpu * flows.touchingAtPeak(service) / 2;
        cpuSpare = spare(request, atPeak * (1 + lossShare), cpuBilled - use);
        double started = replicas * demand.processes[service];
        double application = demand.application(service);
        double needed = needed(service, replicas);
        memoryBase = started * demand.base[columns.runtime[service]];
        memoryNeeded = needed * application;
        memorySpare = (replicas - needed) * application;
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
        reset();
        double registered = 0;
        double largest = mostCpu;
        double askedMemory = 0;
        Arrays.fill(useOf, 0);
        Arrays.fill(peakOf, 0);
        Arrays.fill(oneByOneOf, 0);
        Arrays.fill(memoryOf, 0);
        Arrays.fill(processesOf, 0);
        boolean runs = false;
        for (int i = 0; i < grouping.size(unit); i++) {
            int service = grouping.member(unit, i);
            if (!columns.off(service)) {
                runs = true;
                pool(service);
                double stated = columns.replicas[service];
                registered = Math.max(registered, Double.isNaN(stated) ? 0 : stated);
                largest = mostCpu > 0 ? Math.max(largest, demand.cpuRequest[service]) : 0;
                askedMemory += demand.memoryAsked[service];
            }
        }
        lost = lossShare * (cpu + serialisation);
        for (int runtime = 0; runtime < useOf.length; runtime++) {
            cpuBilled += asked(runtime);
        }
        double scaled = Math.max(floor, largest > 0 ? Terms.wholes(cpuBilled / largest) : 1);
        replicas = !runs ? 0 : today && registered > 0 ? registered : scaled;
        memory(unit, askedMemory);
        instanceCpu = 0;
    }

    /** Puts a service into the shared processes of its runtime. */
    private void pool(int service) {
        int runtime = columns.runtime[service];
        double calls = callCpu * flows.touching(service) / 2;
        double callsAtPeak = callCpu * flows.touchingAtPeak(service) / 2;
        cpu += demand.cpu[service];
        serialisation += calls;
        useOf[runtime] += (demand.cpu[service] + calls) * (1 + lossShare);
        peakOf[runtime] += (demand.cpuAtPeak[service] + callsAtPeak) * (1 + lossShare);
        oneByOneOf[runtime] += Math.max(demand.replicas[service] * demand.cpuRequest[service],
                demand.cpu[service] + calls);
        memoryOf[runtime] += demand.application(service);
        processesOf[runtime] = 1;
    }

    /** vCPU a runtime's services ask for together. */
    private double asked(int runtime) {
        return Math.max(useOf[runtime], Math.min(peakOf[runtime] / target, oneByOneOf[runtime]));
    }

    /**
     * Memory of a shared unit: each replica holds every service in one process for each runtime; a runtime of one core
     * in as many as it asks for cores, all replicas together.
     */
    private void memory(int unit, double asked) {
        double used = 0;
        double inOneProcess = 0;
        for (int runtime = 0; runtime < processesOf.length; runtime++) {
            if (processesOf[runtime] > 0) {
                double cores = columns.oneCore(runtime) ? Terms.wholes(asked(runtime)) : 0;
                double started = Math.max(replicas, cores);
                processesOf[runtime] = started;
                processes[runtime] += started;
                memoryBase += started * demand.base[runtime];
                used += started * (demand.base[runtime] + memoryOf[runtime]);
                inOneProcess += demand.base[runtime] + memoryOf[runtime];
            }
        }
        for (int i = 0; i < grouping.size(unit); i++) {
            copies(grouping.member(unit, i));
        }
        memoryBilled = Math.max(used, Math.min(used / target, replicas * asked));
        instanceMemory = Math.max(inOneProcess, Math.min(inOneProcess / target, asked));
    }

    private void copies(int service) {
        if (!columns.off(service)) {
            double copies = processesOf[columns.runtime[service]];
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
        Companions.Column watching = grouping.companions.of(Kind.WATCHING);
        Companions.Column staying = grouping.companions.of(Kind.STAYING);
        double kept = helpersStay ? watching.count(unit) : 0;
        double added = Math.max(0, agents - kept);
        double keptCpu = helpersStay ? watching.cpu(unit, sidecarCpu) : 0;
        double keptMemory = helpersStay ? watching.memory(unit, sidecarMemory) : 0;
        helperCount = replicas * (kept + added);
        helperCpu = replicas * (keptCpu + added * agentCpu);
        helperMemory = replicas * (keptMemory + added * agentMemory);
        stayingCount = replicas * staying.count(unit);
        stayingCpu = replicas * staying.cpu(unit, sidecarCpu);
        stayingMemory = replicas * staying.memory(unit, sidecarMemory);
        if (replicas > 0) {
            double helpers = (helperMemory + stayingMemory + proxyMemory) / replicas;
            instanceMemory += helpers;
            instanceCpu += (helperCpu + stayingCpu) / replicas + proxies.cpuAsked(unit);
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
