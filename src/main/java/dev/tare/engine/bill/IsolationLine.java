package dev.tare.engine.bill;

import static dev.tare.engine.Dimension.BYTES;
import static dev.tare.engine.Dimension.NUMBER;
import static dev.tare.engine.Dimension.VCPU;
import static dev.tare.engine.Param.ISOLATION_CPU;
import static dev.tare.engine.Param.ISOLATION_CPU_SHARE;
import static dev.tare.engine.Param.ISOLATION_HOP;
import static dev.tare.engine.Param.ISOLATION_MEMORY;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Measure;

/**
 * Keeping units apart: memory and CPU of the wall around each instance, CPU lost to it, and the runtime's base paid
 * again in every process beyond one for each language. A language that uses one core in a process needs a process for
 * every core.
 *
 * <p>Example: 6 Java processes of 60 MB base in walls of 10 MB take 5 × 60 + 6 × 10 = 360 MB.
 */
final class IsolationLine implements TareLine {
    @Override
    public Part part() {
        return Part.ISOLATION;
    }

    @Override
    public Amount amount(Weighing w) {
        Functions functions = w.functions;
        if (functions != null) {
            return Amount.NONE.functions(functions.isolationCpu, functions.isolationMemory);
        }
        return Amount.capacity(w.instances() * w.terms.of(ISOLATION_CPU) + w.floating.lost + w.nodes * w.pinned.lost,
                w.instances() * w.terms.of(ISOLATION_MEMORY) + basesAgain(w));
    }

    private static double basesAgain(Weighing w) {
        double all = w.floating.memoryBase + w.nodes * w.pinned.memoryBase;
        return Math.max(0, all - Net.baseOnce(w));
    }

    @Override
    public Working working(Measure measure, Sheet sheet) {
        Weighing w = sheet.w;
        return switch (measure) {
            case COST -> sheet.formula("(vCPU × price + memory × price) × hours").priced(w.line(part())).done();
            case VCPU -> sheet.formula("instances × CPU of the wall + share lost × CPU used")
                    .found("instances", w.instances(), NUMBER).given("wall of one instance, CPU", ISOLATION_CPU)
                    .found("CPU used", w.net().allVcpu() + w.line(Part.NETWORK).allVcpu(), VCPU)
                    .given("share of CPU lost", ISOLATION_CPU_SHARE).done();
            case MEMORY -> sheet.formula("instances × memory of the wall + runtime bases beyond one for each language")
                    .found("instances", w.instances(), NUMBER)
                    .given("wall of one instance, memory", ISOLATION_MEMORY)
                    .found("processes", processes(w), NUMBER).found("runtime bases paid again", basesAgain(w), BYTES)
                    .done();
            case P99_MS -> sheet.formula("what p99 gains when the wall's time is added to every hop")
                    .found("hops per request", w.flows.hops.hopsPerRequest(), NUMBER)
                    .given("added to one hop", ISOLATION_HOP).done();
            case BYTES_PER_MONTH -> sheet.formula("nothing is moved to deploy").found("bytes", 0, BYTES).done();
        };
    }

    private static double processes(Weighing w) {
        double sum = 0;
        for (double count : w.processes) {
            sum += count;
        }
        return sum;
    }
}
