package dev.tare.engine.bill;

import static dev.tare.engine.Param.FUNCTION_MEMORY;
import static dev.tare.engine.Param.FUNCTION_MEMORY_PER_VCPU;
import static dev.tare.engine.Param.WORK_CPU_SHARE;

import java.util.Arrays;

/** The memory granted to one instance of each unit that runs as a function, and the CPU that comes with it. */
final class Grants {
    private final Grouping grouping;
    private final Columns columns;
    private final Demand demand;
    private final Each each;
    private final double unstated;
    private final double perVcpu;
    private final double onCpu;
    private final boolean[] seen;

    Grants(Lots lots, Demand demand, Each each, Terms terms) {
        grouping = lots.grouping;
        columns = grouping.columns;
        this.demand = demand;
        this.each = each;
        unstated = terms.of(FUNCTION_MEMORY);
        perVcpu = terms.of(FUNCTION_MEMORY_PER_VCPU);
        onCpu = Math.min(1, terms.of(WORK_CPU_SHARE));
        seen = new boolean[columns.runtimes()];
    }

    /** Bytes granted: what a service alone asks for, else the default, and never less than is used. */
    double bytes(int unit) {
        boolean alone = grouping.size(unit) == 1;
        int first = grouping.member(unit, 0);
        boolean states = alone && !columns.off(first) && columns.memoryRequest[first] > 0;
        return Math.max(states ? columns.memoryRequest[first] : unstated, alone ? usedAlone(first) : used(unit));
    }

    /** vCPUs that come with so many bytes. */
    double vcpu(double bytes) {
        return perVcpu > 0 ? bytes / perVcpu : 1;
    }

    /** CPU time runs at most at one core, slower where less than one is granted. */
    double speed(double bytes) {
        double vcpu = vcpu(bytes);
        return vcpu > 0 ? Math.min(1, vcpu) : 1;
    }

    double perVcpu() {
        return perVcpu;
    }

    /** Share of own work that is CPU time. */
    double onCpu() {
        return onCpu;
    }

    /** Mean ms of own work of one request. */
    double workMs(int service) {
        return each.workMs(service);
    }

    private double usedAlone(int service) {
        return columns.off(service) ? 0 : each.memoryUsed(service);
    }

    /** Bytes one instance of a unit uses: every service in it once, each runtime's base once. */
    private double used(int unit) {
        double used = 0;
        Arrays.fill(seen, false);
        for (int i = 0; i < grouping.size(unit); i++) {
            int service = grouping.member(unit, i);
            int runtime = columns.runtime[service];
            if (!columns.off(service)) {
                used += each.memoryUsed(service) - (seen[runtime] ? demand.base[runtime] : 0);
                seen[runtime] = true;
            }
        }
        return used;
    }
}
