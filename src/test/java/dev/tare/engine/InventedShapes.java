package dev.tare.engine;

import static dev.tare.engine.Param.*;

import dev.tare.engine.Assumptions.Assumption;
import dev.tare.engine.CallGraph.Runtime;
import dev.tare.engine.Shape.Billing;
import dev.tare.engine.Shape.Helpers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small catalogue for laws: every kind of billing, wiring and watching, with numbers invented for the test (none is a
 * price or a measurement). Keys say so: they all begin with {@code invented.}
 */
public final class InventedShapes {
    private final List<Assumption> assumptions = new ArrayList<>();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<Param, Integer> common = new EnumMap<>(Param.class);

    private final List<Runtime> runtimes;

    public InventedShapes() {
        runtimes = List.of(new Runtime("many cores", false, slot("memory.many", Dimension.BYTES, 2e7, 5e7, 9e7), -1),
                new Runtime("one core", true, slot("memory.one", Dimension.BYTES, 1e7, 3e7, 5e7),
                        slot("cold.one", Dimension.MS, 100, 150, 200)));
        set(common, HOURS_PER_MONTH, 730, 730, 730);
        set(common, DEFAULT_REPLICAS, 1, 2, 3);
        set(common, DEFAULT_CPU_REQUEST, 0.1, 0.25, 0.5);
        set(common, DEFAULT_CPU_UTILISATION, 0.1, 0.2, 0.5);
        set(common, DEFAULT_MEMORY_REQUEST, 1e8, 2e8, 4e8);
        set(common, DEFAULT_MEMORY_UTILISATION, 0.2, 0.4, 0.8);
        set(common, DEFAULT_WORK_P50, 1, 2, 10);
        set(common, DEFAULT_WORK_P99, 10, 20, 100);
        set(common, DEFAULT_PEAK_TO_MEAN, 2, 3, 5);
        set(common, DEFAULT_ENTRY_RATE, 1, 10, 50);
        set(common, DEFAULT_DEPLOYS, 2, 8, 20);
        set(common, DEFAULT_PAYLOAD, 1e6, 2e7, 5e7);
        set(common, DEFAULT_REQUEST_BYTES, 300, 1000, 4000);
        set(common, DEFAULT_RESPONSE_BYTES, 1000, 4000, 9000);
        set(common, DEFAULT_LOG_BYTES, 100, 500, 2000);
        set(common, DEFAULT_METRIC_SERIES, 20, 100, 200);
        set(common, DEFAULT_SIDECAR_CPU, 0.01, 0.1, 0.2);
        set(common, DEFAULT_SIDECAR_MEMORY, 3e7, 1e8, 2e8);
        set(common, WORK_CPU_SHARE, 0.2, 0.5, 0.9);
        set(common, MIN_REPLICAS, 1, 2, 3);
        set(common, UNIT_REPLICA_VCPU, 2, 2, 2);
        set(common, TARGET_UTILISATION, 0.6, 0.6, 0.6);
        set(common, IN_PROCESS_CALL, 0, 0, 0.001);
        set(common, KEPT_TAGS, 5, 20, 50);
        set(common, PRICE_REGISTRY, 0.1, 0.1, 0.1);
        set(common, PEOPLE_BASE, 0.1, 0.5, 1);
        set(common, PEOPLE_PER_UNIT, 0.01, 0.02, 0.05);
        set(common, PEOPLE_COST, 9000, 12000, 15000);
        servers();
        cluster();
        meshes();
        provider();
    }

    public Assumptions assumptions() {
        return new Assumptions(assumptions);
    }

    public List<String> names() {
        return List.copyOf(shapes.keySet());
    }

    public Shape shape(String name) {
        return shapes.get(name);
    }

    /** Two language families, the second of one core. */
    public List<Runtime> runtimes() {
        return runtimes;
    }

    private void servers() {
        Map<Param, Integer> set = nodes(2);
        set(set, NODE_SYSTEM_MEMORY, 1e8, 2e8, 4e8);
        wired(set, 0.05, 0.2);
        shapes.put("servers",
                Shape.of("servers", Billing.NODES, Reservation.NONE, Curve.PROPORTIONAL, Helpers.HOST_TOOL, set));
        Map<Param, Integer> owned = new EnumMap<>(set);
        set(owned, PRICE_SERVER_MONTH, 100, 120, 160);
        shapes.put("owned",
                Shape.of("owned", Billing.NODES, Reservation.NONE, Curve.PROPORTIONAL, Helpers.HOST_TOOL, owned));
    }

    private Map<Param, Integer> clustered() {
        Map<Param, Integer> set = nodes(3);
        set(set, NODE_MAX_INSTANCES, 30, 30, 30);
        set(set, DAEMONSET_CPU, 0.1, 0.15, 0.3);
        set(set, DAEMONSET_MEMORY, 1e8, 2e8, 3e8);
        set(set, CLUSTERS, 1, 1, 1);
        set(set, CONTROL_PLANE_FEE, 0.1, 0.1, 0.1);
        set(set, LOAD_BALANCERS, 1, 1, 2);
        set(set, LOAD_BALANCER, 0.02, 0.02, 0.03);
        set(set, CROSS_ZONE_SHARE, 0, 0.6, 0.6);
        set(set, PRICE_CROSS_ZONE, 0.01, 0.01, 0.01);
        wired(set, 0.5, 2);
        set(set, DEFAULT_IMAGE_COMPRESSED, 4e7, 9e7, 3e8);
        set(set, BASE_COMPRESSED, 4e7, 8e7, 2e8);
        set(set, BASE_RESHIPPED, 0.5, 1, 1);
        set(set, BASE_RELEASES, 8, 8, 8);
        set(set, PRICE_PULL, 0.01, 0.02, 0.1);
        set(set, PRICE_DISK, 0.08, 0.08, 0.1);
        set(set, UNPACK_RATIO, 2, 2.8, 3);
        set(set, ISOLATION_MEMORY, 4e6, 4e6, 1.5e7);
        set(set, ISOLATION_HOP, 0.01, 0.02, 0.1);
        set(set, AGENT_CPU, 0.02, 0.05, 0.1);
        set(set, AGENT_MEMORY, 5e7, 1e8, 2e8);
        set(set, SERIES_PER_INSTANCE, 100, 250, 600);
        set(set, MEMORY_PER_SERIES, 1000, 2500, 3000);
        set(set, WATCH_SERVER_CPU, 0.2, 0.5, 1);
        set(set, WATCH_SERVER_MEMORY, 5e8, 1e9, 2e9);
        set(set, TRACE_SAMPLING, 0.01, 0.1, 0.2);
        set(set, SPAN_BYTES, 300, 500, 1000);
        set(set, WATCH_PER_SPAN_GB, 0.1, 0.5, 1);
        set(set, WATCH_PER_LOG_GB, 0.1, 0.1, 0.5);
        return set;
    }

    private static final Reservation KEPT = new Reservation(new double[]{ 1, Double.POSITIVE_INFINITY },
            new double[]{ 0.06, 0.01 }, false, new double[0], new double[0], 2e8, 1e7, 1, 1e8);

    private void cluster() {
        shapes.put("cluster", Shape.of("cluster", Billing.NODES, KEPT, Curve.PROPORTIONAL, Helpers.NODE_AGENT,
                clustered()));
        Map<Param, Integer> walled = clustered();
        set(walled, ISOLATION_CPU, 0.1, 0.25, 0.25);
        set(walled, ISOLATION_CPU_SHARE, 0.01, 0.05, 0.1);
        set(walled, AGENT_SIDECARS, 1, 1, 1);
        set(walled, AGENT_SIDECAR_CPU, 0.01, 0.05, 0.1);
        set(walled, AGENT_SIDECAR_MEMORY, 2e7, 5e7, 1e8);
        shapes.put("walled", Shape.of("walled", Billing.NODES, KEPT, Curve.PROPORTIONAL, Helpers.SIDECAR, walled));
    }

    private void meshes() {
        Map<Param, Integer> sidecar = clustered();
        set(sidecar, MESH_PROXIES, 1, 1, 1);
        set(sidecar, MESH_PROXY_CPU_REQUEST, 0.01, 0.1, 0.1);
        set(sidecar, MESH_PROXY_CPU_AT_1000, 0.2, 0.2, 0.5);
        set(sidecar, MESH_PROXY_MEMORY, 4e7, 6e7, 1.5e8);
        set(sidecar, MESH_PROXY_MEMORY_PER_SERVICE, 1e4, 1e5, 2e5);
        control(sidecar);
        Curve curve = new Curve(new double[]{ 1000, 5000 }, new double[]{ 1, 2.5 });
        shapes.put("sidecar mesh", Shape.of("sidecar mesh", Billing.NODES, KEPT, curve, Helpers.NODE_AGENT, sidecar));
        Map<Param, Integer> ambient = clustered();
        set(ambient, MESH_NODE_CPU_REQUEST, 0.01, 0.1, 0.2);
        set(ambient, MESH_NODE_CPU_AT_1000, 0.06, 0.06, 0.12);
        set(ambient, MESH_NODE_MEMORY, 1e7, 1.2e7, 3e7);
        set(ambient, MESH_WAYPOINTS_PER_TEAM, 1, 1, 2);
        set(ambient, MESH_WAYPOINT_CPU_AT_1000, 0.25, 0.25, 0.5);
        set(ambient, MESH_WAYPOINT_MEMORY, 4e7, 6e7, 1.5e8);
        control(ambient);
        shapes.put("node mesh", Shape.of("node mesh", Billing.NODES, KEPT, curve, Helpers.NODE_AGENT, ambient));
    }

    private void control(Map<Param, Integer> set) {
        set(set, MESH_CONTROL_CPU, 0.5, 1, 3);
        set(set, MESH_CONTROL_MEMORY, 1e9, 1.5e9, 4e9);
        set(set, MESH_HOP_P50, 0.1, 0.4, 1);
        set(set, MESH_HOP_P99, 0.3, 0.8, 3);
        set(set, SERIES_PER_MESH_EDGE, 50, 100, 300);
    }

    private void provider() {
        Map<Param, Integer> tasks = clustered();
        set(tasks, INSTANCE_VCPU_STEP, 0.25, 0.25, 0.25);
        set(tasks, INSTANCE_MEMORY_STEP, 5e8, 5e8, 5e8);
        shapes.put("instances", Shape.of("instances", Billing.INSTANCES, Reservation.NONE, Curve.PROPORTIONAL,
                Helpers.NODE_AGENT, tasks));
        Map<Param, Integer> functions = functions();
        shapes.put("functions", Shape.of("functions", Billing.REQUESTS, Reservation.NONE, Curve.PROPORTIONAL,
                Helpers.NODE_AGENT, functions));
        Map<Param, Integer> workflow = functions();
        set(workflow, WORKFLOW_TRANSITIONS_PER_CALL, 1, 1, 2);
        set(workflow, WORKFLOW_PER_TRANSITION, 2.5e-5, 2.5e-5, 2.5e-5);
        shapes.put("workflow", Shape.of("workflow", Billing.REQUESTS, Reservation.NONE, Curve.PROPORTIONAL,
                Helpers.NODE_AGENT, workflow));
    }

    private Map<Param, Integer> functions() {
        Map<Param, Integer> set = new EnumMap<>(common);
        set(set, FUNCTION_PER_REQUEST, 2e-7, 2e-7, 2e-7);
        set(set, FUNCTION_PER_GB_SECOND, 1.6e-5, 1.6e-5, 1.6e-5);
        set(set, FUNCTION_MEMORY, 2.5e8, 5e8, 1e9);
        set(set, FUNCTION_MEMORY_PER_VCPU, 1.7e9, 1.7e9, 1.7e9);
        set(set, FUNCTION_COLD_SHARE, 0.001, 0.005, 0.01);
        set(set, FUNCTION_COLD_START, 100, 200, 400);
        set(set, WATCH_PER_LOG_GB, 0.5, 0.5, 0.5);
        wired(set, 5, 20);
        return set;
    }

    private Map<Param, Integer> nodes(double least) {
        Map<Param, Integer> set = new EnumMap<>(common);
        set(set, PRICE_VCPU_HOUR, 0.03, 0.03, 0.04);
        set(set, PRICE_GIB_HOUR, 0.004, 0.004, 0.005);
        set(set, NODE_VCPU, 4, 4, 4);
        set(set, NODE_MEMORY, 16e9, 16e9, 16e9);
        set(set, PACKING_EFFICIENCY, 0.8, 0.8, 0.8);
        set(set, MIN_NODES, least, least, least);
        return set;
    }

    private void wired(Map<Param, Integer> set, double p50, double p99) {
        set(set, HOP_P50, p50 / 2, p50, p50 * 3);
        set(set, HOP_P99, p99 / 2, p99, p99 * 3);
        set(set, CALL_CPU, 0.05, 0.1, 0.3);
    }

    private void set(Map<Param, Integer> to, Param param, double low, double likely, double high) {
        to.put(param, slot(param.name() + "." + assumptions.size(), param.dimension(), low, likely, high));
    }

    private int slot(String name, Dimension dimension, double low, double likely, double high) {
        assumptions.add(new Assumption("invented." + name, dimension, low, likely, high, true));
        return assumptions.size() - 1;
    }
}
