package dev.tare.engine.bill;

import dev.tare.engine.Bill.Working;
import dev.tare.engine.Dimension;
import dev.tare.engine.Measure;
import dev.tare.engine.Param;

/**
 * What the work itself needs: the CPU it uses, the application memory of the copies its load needs with each
 * language's base once, and the payload bytes of its releases, at the scenario's own unit prices. A second copy for
 * safety is headroom, a second runtime is isolation.
 */
final class Net {
    private Net() {}

    static Amount amount(Weighing w) {
        double first = w.firstPinned();
        Functions functions = w.functions;
        Amount amount = functions == null
                ? Amount.capacity(w.floating.cpu + first * w.pinned.cpu,
                        w.floating.memoryNeeded + first * w.pinned.memoryNeeded + baseOnce(w))
                : Amount.NONE.functions(functions.netCpu, functions.netMemory);
        return amount.moved(w.shipping.payloadMoved);
    }

    /** Bytes of one process of each runtime that runs at all. */
    static double baseOnce(Weighing w) {
        double once = 0;
        for (int runtime = 0; w.functions == null && runtime < w.processes.length; runtime++) {
            once += Math.min(1, w.processes[runtime]) * w.demand.base[runtime];
        }
        return once;
    }

    static Working working(Measure measure, Sheet sheet) {
        Weighing w = sheet.w;
        return switch (measure) {
            case COST ->
                sheet.formula("(vCPU used × price + memory used × price) × hours; functions: GB × seconds × price")
                        .priced(w.net()).done();
            case VCPU -> sheet
                    .formula("Σ over services of replicas × vCPU used; where not stated requests/s × own work "
                            + "× share that is CPU, else replicas × request × default utilisation")
                    .found("services", w.grouping.columns.count, Dimension.NUMBER)
                    .found("requests/s at all services", requests(w), Dimension.NUMBER)
                    .given("default CPU request", Param.DEFAULT_CPU_REQUEST)
                    .given("default utilisation", Param.DEFAULT_CPU_UTILISATION)
                    .given("share of own work that is CPU", Param.WORK_CPU_SHARE).done();
            case MEMORY -> sheet.formula("Σ over services of copies the load needs × application memory "
                    + "+ one runtime base for each language")
                    .found("application memory", w.net().allMemory() - baseOnce(w), Dimension.BYTES)
                    .found("runtime bases, once each", baseOnce(w), Dimension.BYTES)
                    .given("default memory request", Param.DEFAULT_MEMORY_REQUEST)
                    .given("default memory utilisation", Param.DEFAULT_MEMORY_UTILISATION).done();
            case BYTES_PER_MONTH ->
                sheet.formula("Σ over services of payload bytes × releases a month × nodes that pull")
                        .found("payload bytes moved", w.shipping.payloadMoved, Dimension.BYTES)
                        .given("default payload", Param.DEFAULT_PAYLOAD)
                        .given("default releases a month", Param.DEFAULT_DEPLOYS).done();
            case P99_MS -> sheet
                    .formula("99th percentile of own work along the call tree, in-process calls in place of "
                            + "remote ones")
                    .given("default own work, median", Param.DEFAULT_WORK_P50)
                    .given("default own work, 99th percentile", Param.DEFAULT_WORK_P99)
                    .given("in-process call", Param.IN_PROCESS_CALL).done();
        };
    }

    private static double requests(Weighing w) {
        double sum = 0;
        for (int service = 0; service < w.grouping.columns.count; service++) {
            sum += w.flows.traffic.mean(service);
        }
        return sum;
    }
}
