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

    void add(Sizing unit) {
        instances += unit.replicas;
        cpu += unit.cpu;
        serialisation += unit.serialisation;
        lost += unit.lost;
        cpuBilled += unit.cpuBilled;
        cpuSpare += unit.cpuSpare;
        cpuRounded += unit.cpuRounded;
        memoryNeeded += unit.memoryNeeded;
        memorySpare += unit.memorySpare;
        memoryCoarse += unit.memoryCoarse;
        memoryBase += unit.memoryBase;
        memoryBilled += unit.memoryBilled;
        memoryRounded += unit.memoryRounded;
        proxyCount += unit.proxyCount;
        proxyCpu += unit.proxyCpu;
        proxyMemory += unit.proxyMemory;
        helperCount += unit.helperCount;
        helperCpu += unit.helperCpu;
        helperMemory += unit.helperMemory;
        stayingCount += unit.stayingCount;
        stayingCpu += unit.stayingCpu;
        stayingMemory += unit.stayingMemory;
        largestCpu = Math.max(largestCpu, unit.instanceCpu);
        largestMemory = Math.max(largestMemory, unit.instanceMemory);
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
