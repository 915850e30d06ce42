package dev.tare.engine;

import static dev.tare.engine.Dimension.BYTES;
import static dev.tare.engine.Dimension.CPU_MS;
import static dev.tare.engine.Dimension.FTE;
import static dev.tare.engine.Dimension.HOURS;
import static dev.tare.engine.Dimension.MS;
import static dev.tare.engine.Dimension.NUMBER;
import static dev.tare.engine.Dimension.USD_PER_EVENT;
import static dev.tare.engine.Dimension.USD_PER_GB;
import static dev.tare.engine.Dimension.USD_PER_GB_MONTH;
import static dev.tare.engine.Dimension.USD_PER_GB_SECOND;
import static dev.tare.engine.Dimension.USD_PER_GIB_HOUR;
import static dev.tare.engine.Dimension.USD_PER_HOUR;
import static dev.tare.engine.Dimension.USD_PER_MONTH;
import static dev.tare.engine.Dimension.USD_PER_VCPU_HOUR;
import static dev.tare.engine.Dimension.VCPU;

/**
 * The slots the bill's formulas read. A {@link Shape} binds a slot to an assumption; a slot nobody binds is zero,
 * which is how a shape without a mesh pays nothing for one. A new technology binds slots in the catalogue; only a
 * new kind of cost adds one here.
 */
public enum Param {
    /** Hours billed in a month. */
    HOURS_PER_MONTH(HOURS),
    /** Price of one vCPU. */
    PRICE_VCPU_HOUR(USD_PER_VCPU_HOUR),
    /** Price of one GiB of memory. */
    PRICE_GIB_HOUR(USD_PER_GIB_HOUR),
    /**
     * Price of a whole server a month, where servers are bought and not vCPUs. The two prices above then only say how
     * it is shared between CPU and memory (evenly where neither is bound).
     */
    PRICE_SERVER_MONTH(USD_PER_MONTH),

    // What a service that does not say is taken to be.
    /** Replicas of a service. */
    DEFAULT_REPLICAS(NUMBER),
    /** CPU request of one replica. */
    DEFAULT_CPU_REQUEST(VCPU),
    /** Memory request of one replica. */
    DEFAULT_MEMORY_REQUEST(BYTES),
    /** Mean CPU use as a share of the request, where neither use nor work per request is known. */
    DEFAULT_CPU_UTILISATION(NUMBER),
    /** Memory use as a share of the request. */
    DEFAULT_MEMORY_UTILISATION(NUMBER),
    /** Own work of one request, median. */
    DEFAULT_WORK_P50(MS),
    /** Own work of one request, 99th percentile. */
    DEFAULT_WORK_P99(MS),
    /** Peak divided by mean load. */
    DEFAULT_PEAK_TO_MEAN(NUMBER),
    /** Requests/s arriving at each source of the call graph when no entry point is registered. */
    DEFAULT_ENTRY_RATE(NUMBER),
    /** Releases of a service a month. */
    DEFAULT_DEPLOYS(NUMBER),
    /** The application artefact alone. */
    DEFAULT_PAYLOAD(BYTES),
    /** Bytes of one request on the wire. */
    DEFAULT_REQUEST_BYTES(BYTES),
    /** Bytes of one response on the wire. */
    DEFAULT_RESPONSE_BYTES(BYTES),
    /** Log bytes written for each request a service handles. */
    DEFAULT_LOG_BYTES(BYTES),
    /** Own metric series of each replica. */
    DEFAULT_METRIC_SERIES(NUMBER),
    /** Registered sidecar that states no CPU request. */
    DEFAULT_SIDECAR_CPU(VCPU),
    /** Registered sidecar that states no memory request. */
    DEFAULT_SIDECAR_MEMORY(BYTES),
    /**
     * Image bytes, compressed, of a service that states neither image nor payload. Bound exactly by packagings that
     * ship container images: only those keep the image a service has registered; all others ship base and payload.
     */
    DEFAULT_IMAGE_COMPRESSED(BYTES),
    /** Share of own work that is CPU time rather than waiting. */
    WORK_CPU_SHARE(NUMBER),

    // Units and replicas.
    /** Fewest replicas of a unit. */
    MIN_REPLICAS(NUMBER),
    /** Most CPU given to one replica of a merged unit before another is started. */
    UNIT_REPLICA_VCPU(VCPU),
    /** Peak CPU use as a share of what is requested when a merged unit is sized. */
    TARGET_UTILISATION(NUMBER),

    // Placement.
    /** vCPUs of one node or server. */
    NODE_VCPU(VCPU),
    /** Memory of one node or server. */
    NODE_MEMORY(BYTES),
    /** Pods or containers that fit on a node by count; 0 is no limit. */
    NODE_MAX_INSTANCES(NUMBER),
    /** Share of a node's allocatable room that packing can fill. */
    PACKING_EFFICIENCY(NUMBER),
    /** Fewest nodes. */
    MIN_NODES(NUMBER),
    /** Sizes in which instances without nodes of one's own are sold, CPU; 0 is any size. */
    INSTANCE_VCPU_STEP(VCPU),
    /** Sizes in which instances without nodes of one's own are sold, memory; 0 is any size. */
    INSTANCE_MEMORY_STEP(BYTES),
    /** Operating system and node services outside any reservation formula, CPU. */
    NODE_SYSTEM_CPU(VCPU),
    /** Operating system and node services outside any reservation formula, memory. */
    NODE_SYSTEM_MEMORY(BYTES),
    /** System daemonsets on each node, CPU. */
    DAEMONSET_CPU(VCPU),
    /** System daemonsets on each node, memory. */
    DAEMONSET_MEMORY(BYTES),
    /** Container daemon or scheduler agent on each node, CPU. */
    NODE_AGENT_CPU(VCPU),
    /** Container daemon or scheduler agent on each node, memory. */
    NODE_AGENT_MEMORY(BYTES),
    /** Fee of a managed control plane. */
    CONTROL_PLANE_FEE(USD_PER_HOUR),
    /** Clusters run. */
    CLUSTERS(NUMBER),
    /** Self-run control-plane servers. */
    CONTROL_SERVERS(NUMBER),
    /** CPU of one self-run control-plane server. */
    CONTROL_SERVER_CPU(VCPU),
    /** Memory of one self-run control-plane server. */
    CONTROL_SERVER_MEMORY(BYTES),
    /** Per invocation. */
    FUNCTION_PER_REQUEST(USD_PER_EVENT),
    /** Per GB-second of function memory. */
    FUNCTION_PER_GB_SECOND(USD_PER_GB_SECOND),
    /** Memory granted to a function that states none. */
    FUNCTION_MEMORY(BYTES),
    /** Memory of a function that comes with one vCPU. */
    FUNCTION_MEMORY_PER_VCPU(BYTES),
    /** Share of invocations that start cold. */
    FUNCTION_COLD_SHARE(NUMBER),
    /** Added time of a cold start. */
    FUNCTION_COLD_START(MS),
    /** Above 0 where functions are shipped as images: a runtime's cold start is then its image's. */
    FUNCTION_FROM_IMAGE(NUMBER),
    /** Per workflow state transition. */
    WORKFLOW_PER_TRANSITION(USD_PER_EVENT),
    /** Workflow transitions for each remote call. */
    WORKFLOW_TRANSITIONS_PER_CALL(NUMBER),

    // Wiring: a remote call.
    /** Median of one remote hop without mesh. */
    HOP_P50(MS),
    /** 99th percentile of one remote hop without mesh. */
    HOP_P99(MS),
    /** An in-process call. */
    IN_PROCESS_CALL(MS),
    /** CPU spent at both ends of one remote call: serialisation, system calls, copies. */
    CALL_CPU(CPU_MS),
    /** Share of remote calls whose ends are in different zones. */
    CROSS_ZONE_SHARE(NUMBER),
    /** Cross-zone transfer, each direction. */
    PRICE_CROSS_ZONE(USD_PER_GB),
    /** One load balancer. */
    LOAD_BALANCER(USD_PER_HOUR),
    /** Load balancers of the estate. */
    LOAD_BALANCERS(NUMBER),

    // Mesh.
    /** Mesh proxies beside each replica. */
    MESH_PROXIES(NUMBER),
    /** CPU a proxy asks for whatever it does. */
    MESH_PROXY_CPU_REQUEST(VCPU),
    /** Memory a proxy asks for whatever it does. */
    MESH_PROXY_MEMORY_REQUEST(BYTES),
    /** CPU a proxy uses at 1000 requests/s; scales the shape's proxy curve. */
    MESH_PROXY_CPU_AT_1000(VCPU),
    /** Memory a proxy uses in a small mesh. */
    MESH_PROXY_MEMORY(BYTES),
    /** Memory a proxy adds for each service it is told about. */
    MESH_PROXY_MEMORY_PER_SERVICE(BYTES),
    /** CPU a node proxy (ambient) asks for. */
    MESH_NODE_CPU_REQUEST(VCPU),
    /** CPU a node proxy uses at 1000 requests/s. */
    MESH_NODE_CPU_AT_1000(VCPU),
    /** Memory of a node proxy. */
    MESH_NODE_MEMORY(BYTES),
    /** Waypoint proxies for each team that owns units. */
    MESH_WAYPOINTS_PER_TEAM(NUMBER),
    /** CPU a waypoint asks for. */
    MESH_WAYPOINT_CPU_REQUEST(VCPU),
    /** CPU a waypoint uses at 1000 requests/s. */
    MESH_WAYPOINT_CPU_AT_1000(VCPU),
    /** Memory of a waypoint. */
    MESH_WAYPOINT_MEMORY(BYTES),
    /** Control plane, CPU. */
    MESH_CONTROL_CPU(VCPU),
    /** Control plane, memory. */
    MESH_CONTROL_MEMORY(BYTES),
    /** Latency the mesh adds to a hop, median. */
    MESH_HOP_P50(MS),
    /** Latency the mesh adds to a hop, 99th percentile. */
    MESH_HOP_P99(MS),

    // Images.
    /** Compressed bytes of the base under each payload, where the service's own image is not known or not kept. */
    BASE_COMPRESSED(BYTES),
    /** Unpacked bytes of that base. */
    BASE_UNPACKED(BYTES),
    /** Unpacked bytes for each compressed byte. */
    UNPACK_RATIO(NUMBER),
    /** Share of the base that ships again when it changes (1: all of it, as where nothing is bound). */
    BASE_RESHIPPED(NUMBER),
    /** Releases between two changes of the base; 1 where it is baked into every release and shared with nobody. */
    BASE_RELEASES(NUMBER),
    /** Tags kept in the registry for each image. */
    KEPT_TAGS(NUMBER),
    /** Registry storage. */
    PRICE_REGISTRY(USD_PER_GB_MONTH),
    /** Pulls from the registry. */
    PRICE_PULL(USD_PER_GB),
    /** Disk on the node. */
    PRICE_DISK(USD_PER_GB_MONTH),

    // Monitoring.
    /** Monitoring agents on each node, CPU. */
    AGENT_CPU(VCPU),
    /** Monitoring agents on each node, memory. */
    AGENT_MEMORY(BYTES),
    /** Monitoring sidecars beside each replica, where watching is done so: count. */
    AGENT_SIDECARS(NUMBER),
    /** CPU of one monitoring sidecar. */
    AGENT_SIDECAR_CPU(VCPU),
    /** Memory of one monitoring sidecar. */
    AGENT_SIDECAR_MEMORY(BYTES),
    /** Bought watching, per host a month. */
    WATCH_PER_HOST(USD_PER_MONTH),
    /** Bought watching, per container and hour beyond the allotment. */
    WATCH_PER_CONTAINER(USD_PER_HOUR),
    /** Containers a host's price includes. */
    WATCH_CONTAINER_ALLOTMENT(NUMBER),
    /** Logs. */
    WATCH_PER_LOG_GB(USD_PER_GB),
    /** One active metric series a month. */
    WATCH_PER_SERIES(USD_PER_EVENT),
    /** Series included with each host. */
    WATCH_SERIES_ALLOTMENT(NUMBER),
    /** Series the platform adds for each instance (container metrics, object state). */
    SERIES_PER_INSTANCE(NUMBER),
    /** Series the mesh adds for each pair of units that talk. */
    SERIES_PER_MESH_EDGE(NUMBER),
    /** Memory of self-run metrics for each active series. */
    MEMORY_PER_SERIES(BYTES),
    /** Self-run watching servers, CPU. */
    WATCH_SERVER_CPU(VCPU),
    /** Self-run watching servers, memory beside the series. */
    WATCH_SERVER_MEMORY(BYTES),
    /** Share of requests traced. */
    TRACE_SAMPLING(NUMBER),
    /** Bytes of one span. */
    SPAN_BYTES(BYTES),
    /** Spans. */
    WATCH_PER_SPAN_GB(USD_PER_GB),

    // Isolation.
    /** Memory each instance pays for its wall: shim, jail, guest kernel. */
    ISOLATION_MEMORY(BYTES),
    /** CPU each instance pays for its wall. */
    ISOLATION_CPU(VCPU),
    /** Latency the wall adds to a remote hop. */
    ISOLATION_HOP(MS),
    /** CPU lost to the wall as a share of the CPU used. */
    ISOLATION_CPU_SHARE(NUMBER),

    // People: shown apart, off by default.
    /** Engineers to run the platform whatever is on it. */
    PEOPLE_BASE(FTE),
    /** Engineers for each unit. */
    PEOPLE_PER_UNIT(FTE),
    /** Loaded cost of one engineer. */
    PEOPLE_COST(USD_PER_MONTH);

    private final Dimension dimension;

    Param(Dimension dimension) {
        this.dimension = dimension;
    }

    /** The only kind of quantity this slot takes. */
    public Dimension dimension() {
        return dimension;
    }
}
