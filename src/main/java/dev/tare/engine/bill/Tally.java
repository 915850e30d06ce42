package dev.tare.engine.bill;

/** Adds sized units up. */
final class Tally {
    double instances;
    double cpu;
    double serialisation;
    double lost;
    double cpuBilled;
    double cpuSpare;
    double cpuRounded;
    double memoryNeeded;
    double memorySpare;
    double memoryCoarse;
    double memoryBase;
    double memoryBilled;
    double memoryRounded;
    double proxyCount;
    double proxyCpu;
    double proxyMemory;
    double helperCount;
    double helperCpu;
    double helperMemory;
    double stayingCount;
    double stayingCpu;
    double stayingMemory;
    double ownSeries;
    double largestCpu;
    double largestMemory;

    /** CPU that replicas use, for their work, for calls and lost to the wall, and what is billed for them. */
    void addCpu(double used, double calls, double loss, double billed) {
        cpu += used;
        serialisation += calls;
        lost += loss;
        cpuBilled += billed;
    }

    /** Bytes the load needs, bytes of runtimes and what is billed for all of it. */
    void addMemory(double needed, double base, double billed) {
        memoryNeeded += needed;
        memoryBase += base;
        memoryBilled += billed;
    }

    /** Bytes of copies that the load does not need: for availability, and because a unit scales as a whole. */
    void addCopies(double spare, double coarse) {
        memorySpare += spare;
        memoryCoarse += coarse;
    }

    /** Helpers that watch beside so many replicas, and helpers that stay with their unit. */
    void addHelpers(double replicas, Beside beside, int unit) {
        helperCount += replicas * beside.watchers(unit);
        helperCpu += replicas * beside.watcherCpu(unit);
        helperMemory += replicas * beside.watcherMemory(unit);
        stayingCount += replicas * beside.stayers(unit);
        stayingCpu += replicas * beside.stayerCpu(unit);
        stayingMemory += replicas * beside.stayerMemory(unit);
    }

    void addProxies(double count, double vcpu, double memory) {
        proxyCount += count;
        proxyCpu += vcpu;
        proxyMemory += memory;
    }

    /** One instance, which must fit into a node. */
    void fit(double vcpu, double memory) {
        largestCpu = Math.max(largestCpu, vcpu);
        largestMemory = Math.max(largestMemory, memory);
    }

    /** CPU of remote calls at instances that are counted elsewhere. */
    void addCalls(double vcpu) {
        serialisation += vcpu;
        cpuBilled += vcpu;
    }

    /** vCPU that must be placed, the wall around each instance included. */
    double placedCpu(double wallCpu) {
        return cpuBilled + cpuRounded + proxyCpu + helperCpu + stayingCpu + instances * wallCpu;
    }

    /** Bytes that must be placed, the wall around each instance included. */
    double placedMemory(double wallMemory) {
        return memoryBilled + memoryRounded + proxyMemory + helperMemory + stayingMemory + instances * wallMemory;
    }

    double containers() {
        return instances + proxyCount + helperCount + stayingCount;
    }

    /** Asked for, not used, and not explained by spare replicas. */
    double cpuUnused() {
        return cpuBilled - cpu - serialisation - lost - cpuSpare;
    }

    /** Asked for and not used. */
    double memoryUnused() {
        return memoryBilled - memoryNeeded - memorySpare - memoryCoarse - memoryBase;
    }
}
