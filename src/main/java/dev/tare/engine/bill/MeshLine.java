package dev.tare.engine.bill;

import static dev.tare.engine.Dimension.BYTES;
import static dev.tare.engine.Dimension.NUMBER;
import static dev.tare.engine.Dimension.VCPU;
import static dev.tare.engine.Param.MESH_CONTROL_CPU;
import static dev.tare.engine.Param.MESH_CONTROL_MEMORY;
import static dev.tare.engine.Param.MESH_HOP_P50;
import static dev.tare.engine.Param.MESH_HOP_P99;
import static dev.tare.engine.Param.MESH_NODE_CPU_AT_1000;
import static dev.tare.engine.Param.MESH_NODE_CPU_REQUEST;
import static dev.tare.engine.Param.MESH_NODE_MEMORY;
import static dev.tare.engine.Param.MESH_PROXY_CPU_AT_1000;
import static dev.tare.engine.Param.MESH_PROXY_CPU_REQUEST;
import static dev.tare.engine.Param.MESH_PROXY_MEMORY;
import static dev.tare.engine.Param.MESH_PROXY_MEMORY_PER_SERVICE;
import static dev.tare.engine.Param.MESH_PROXY_MEMORY_REQUEST;
import static dev.tare.engine.Param.MESH_WAYPOINT_CPU_AT_1000;
import static dev.tare.engine.Param.MESH_WAYPOINT_CPU_REQUEST;
import static dev.tare.engine.Param.MESH_WAYPOINT_MEMORY;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Bill.Working;
import dev.tare.engine.Measure;

/**
 * The mesh: proxies beside every replica or one on every node, waypoints, and the control plane. Each proxy is billed
 * its request or its use, whichever is more; see {@link Proxies}.
 *
 * <p>Example: 20 proxies of 60 MB that use 0.2 vCPU at 1000 requests/s and ask for nothing take 4 vCPU and 1.2 GB at
 * 1000 requests/s each, 0.2 vCPU and 1.2 GB at 50; asking for 0.1 vCPU each they are billed 2 vCPU there.
 */
final class MeshLine implements TareLine {
    @Override
    public Part part() {
        return Part.MESH;
    }

    @Override
    public Amount amount(Weighing w) {
        return Amount.capacity(
                w.floating.proxyCpu + w.nodes * (w.pinned.proxyCpu + nodeCpu(w)) + w.waypointCpu()
                        + w.proxies.controlCpu(),
                w.floating.proxyMemory + w.nodes * (w.pinned.proxyMemory + w.proxies.nodeMemory())
                        + w.proxies.waypointMemory() + w.proxies.controlMemory());
    }

    private static double nodeCpu(Weighing w) {
        return w.fleet == null ? 0 : w.fleet.proxyCpu();
    }

    @Override
    public Working working(Measure measure, Sheet sheet) {
        Weighing w = sheet.w;
        return switch (measure) {
            case COST -> sheet.formula("(vCPU × price + memory × price) × hours").priced(w.line(part())).done();
            case VCPU ->
                counted(sheet.formula("proxies × max(request, use at their requests/s) + nodes × max(request, use) "
                        + "+ waypoints × max(request, use) + control plane; use along the curve through the value at 1000/s"))
                        .found("vCPU of proxies beside replicas", w.floating.proxyCpu + w.nodes * w.pinned.proxyCpu,
                                VCPU)
                        .found("requests/s through all proxies", w.proxied(), NUMBER)
                        .given("proxy CPU request", MESH_PROXY_CPU_REQUEST)
                        .given("proxy CPU at 1000 requests/s", MESH_PROXY_CPU_AT_1000)
                        .given("node proxy CPU request", MESH_NODE_CPU_REQUEST)
                        .given("node proxy CPU at 1000 requests/s", MESH_NODE_CPU_AT_1000)
                        .given("waypoint CPU request", MESH_WAYPOINT_CPU_REQUEST)
                        .given("waypoint CPU at 1000 requests/s", MESH_WAYPOINT_CPU_AT_1000)
                        .given("control plane CPU", MESH_CONTROL_CPU).done();
            case MEMORY -> counted(sheet.formula("proxies × max(request, fixed + services told about × each) + nodes × "
                    + "node proxy + waypoints × each + control plane"))
                    .found("services told about", w.grouping.units, NUMBER)
                    .given("proxy memory request", MESH_PROXY_MEMORY_REQUEST)
                    .given("proxy memory", MESH_PROXY_MEMORY)
                    .given("proxy memory for each service", MESH_PROXY_MEMORY_PER_SERVICE)
                    .given("node proxy memory", MESH_NODE_MEMORY).given("waypoint memory", MESH_WAYPOINT_MEMORY)
                    .given("control plane memory", MESH_CONTROL_MEMORY).done();
            case P99_MS -> sheet.formula("what p99 gains when the mesh's time is added to every hop")
                    .found("hops per request", w.flows.hops.hopsPerRequest(), NUMBER)
                    .given("added to one hop, median", MESH_HOP_P50)
                    .given("added to one hop, 99th percentile", MESH_HOP_P99).done();
            case BYTES_PER_MONTH -> sheet.formula("nothing is moved to deploy").found("bytes", 0, BYTES).done();
        };
    }

    private static Sheet counted(Sheet sheet) {
        Weighing w = sheet.w;
        return sheet.found("proxies beside replicas", w.floating.proxyCount + w.nodes * w.pinned.proxyCount, NUMBER)
                .found("nodes", w.nodes, NUMBER).found("waypoints", w.proxies.waypoints(), NUMBER);
    }
}
