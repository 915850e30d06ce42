package dev.tare.engine.bill;

import static dev.tare.engine.Dimension.BYTES;
import static dev.tare.engine.Dimension.NUMBER;
import static dev.tare.engine.Dimension.VCPU;
import static dev.tare.engine.Param.INSTANCE_MEMORY_STEP;
import static dev.tare.engine.Param.INSTANCE_VCPU_STEP;
import static dev.tare.engine.Param.MIN_NODES;
import static dev.tare.engine.Param.MIN_REPLICAS;
import static dev.tare.engine.Param.NODE_MEMORY;
import static dev.tare.engine.Param.NODE_VCPU;
import static dev.tare.engine.Param.PACKING_EFFICIENCY;
import static dev.tare.engine.Param.TARGET_UTILISATION;
import static dev.tare.engine.Param.UNIT_REPLICA_VCPU;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Measure;

/**
 * Capacity paid for that nobody uses: exactly what is left when the work and every other line have had theirs. Of it
 * are known by themselves: what is asked for and not used; spare replicas, beyond what the load needs; coarse scaling,
 * memory of services that a shared unit copies along because it scales as a whole; sizes rounded up. The rest is room
 * on nodes that packing cannot fill and whole nodes round up to.
 */
final class HeadroomLine implements TareLine {
    @Override
    public Part part() {
        return Part.HEADROOM;
    }

    @Override
    public Amount amount(Weighing w) {
        Functions functions = w.functions;
        return functions == null
                ? w.left()
                : w.left().functions(functions.headroomCpu, functions.headroomMemory);
    }

    @Override
    public Working working(Measure measure, Sheet sheet) {
        Weighing w = sheet.w;
        Amount line = w.line(part());
        Tally f = w.floating;
        Tally p = w.pinned;
        double n = w.nodes;
        double cpuUnused = f.cpuUnused() + n * p.cpuUnused();
        double memoryUnused = f.memoryUnused() + n * p.memoryUnused();
        return switch (measure) {
            case COST -> sheet.formula("(vCPU × price + memory × price) × hours of what is paid for and not used")
                    .priced(line).done();
            case VCPU ->
                sized(sheet.formula("paid for − used by the work and all other lines = asked for and not used + "
                        + "spare replicas + sizes rounded up + free room on nodes"))
                        .found("paid for", w.paid().vcpu(), VCPU).found("asked for and not used", cpuUnused, VCPU)
                        .found("spare replicas", f.cpuSpare, VCPU).found("sizes rounded up", f.cpuRounded, VCPU)
                        .found("free room on nodes", line.vcpu() - cpuUnused - f.cpuSpare - f.cpuRounded, VCPU)
                        .found("granted to functions and not used", line.functionVcpu(), VCPU)
                        .given("vCPU of a node", NODE_VCPU).given("sizes sold", INSTANCE_VCPU_STEP).done();
            case MEMORY ->
                sized(sheet.formula("paid for − used by the work and all other lines = asked for and not used + "
                        + "spare replicas + coarse scaling + sizes rounded up + free room on nodes"))
                        .found("paid for", w.paid().memory(), BYTES)
                        .found("asked for and not used", memoryUnused, BYTES)
                        .found("spare replicas", f.memorySpare, BYTES)
                        .found("coarse scaling: services copied along", f.memoryCoarse, BYTES)
                        .found("sizes rounded up", f.memoryRounded, BYTES)
                        .found("free room on nodes", line.memory() - memoryUnused - f.memorySpare - f.memoryCoarse
                                - f.memoryRounded, BYTES)
                        .found("granted to functions and not used", line.functionMemory(), BYTES)
                        .given("memory of a node", NODE_MEMORY).given("sizes sold", INSTANCE_MEMORY_STEP).done();
            case P99_MS, BYTES_PER_MONTH -> sheet.formula("headroom takes none").found("bytes", 0, BYTES).done();
        };
    }

    private static Sheet sized(Sheet sheet) {
        return sheet.found("nodes", sheet.w.nodes, NUMBER).given("fewest nodes", MIN_NODES)
                .given("share of a node that packing fills", PACKING_EFFICIENCY)
                .given("fewest replicas of a shared unit", MIN_REPLICAS)
                .given("most CPU of one replica of it", UNIT_REPLICA_VCPU)
                .given("peak use as a share of its request", TARGET_UTILISATION);
    }
}
