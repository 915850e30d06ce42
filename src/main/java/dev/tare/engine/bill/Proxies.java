package dev.tare.engine.bill;

import static dev.tare.engine.Param.DEFAULT_SIDECAR_CPU;
import static dev.tare.engine.Param.DEFAULT_SIDECAR_MEMORY;
import static dev.tare.engine.Param.MESH_CONTROL_CPU;
import static dev.tare.engine.Param.MESH_CONTROL_MEMORY;
import static dev.tare.engine.Param.MESH_NODE_CPU_AT_1000;
import static dev.tare.engine.Param.MESH_NODE_CPU_REQUEST;
import static dev.tare.engine.Param.MESH_NODE_MEMORY;
import static dev.tare.engine.Param.MESH_PROXIES;
import static dev.tare.engine.Param.MESH_PROXY_CPU_AT_1000;
import static dev.tare.engine.Param.MESH_PROXY_CPU_REQUEST;
import static dev.tare.engine.Param.MESH_PROXY_MEMORY;
import static dev.tare.engine.Param.MESH_PROXY_MEMORY_PER_SERVICE;
import static dev.tare.engine.Param.MESH_PROXY_MEMORY_REQUEST;
import static dev.tare.engine.Param.MESH_WAYPOINTS_PER_TEAM;
import static dev.tare.engine.Param.MESH_WAYPOINT_CPU_AT_1000;
import static dev.tare.engine.Param.MESH_WAYPOINT_CPU_REQUEST;
import static dev.tare.engine.Param.MESH_WAYPOINT_MEMORY;

import dev.tare.engine.Curve;
import dev.tare.engine.Param;
import dev.tare.engine.bill.Companions.Kind;

/**
 * What the mesh's proxies take. A proxy is billed its request or its use, whichever is more; its use follows the
 * requests/s that pass it along the shape's curve, scaled to the product's figure at 1000 requests/s.
 *
 * <p>Example: a proxy that asks for 0.1 vCPU and uses 0.2 at 1000 requests/s takes 0.1 vCPU at 50 requests/s and 0.2
 * at 1000. One unit alone has nobody to mesh with: it has no proxy, and no control plane runs for it.
 */
final class Proxies {
    private final boolean meshed;
    private final boolean registered;
    private final Companions.Column sidecars;
    private final Curve curve;
    private final double each;
    private final double cpuRequest;
    private final double cpuAt1000;
    private final double memoryUse;
    private final double memoryRequest;
    private final double unstatedCpu;
    private final double unstatedMemory;
    private final double nodeRequest;
    private final double nodeAt1000;
    private final double nodeMemory;
    private final double waypoints;
    private final Terms terms;

    Proxies(Grouping grouping, Terms terms) {
        this.terms = terms;
        sidecars = grouping.companions.of(Kind.MESH);
        registered = terms.today() && grouping.columns.meshRegistered;
        curve = terms.shape().proxyCurve();
        boolean shaped = terms.of(MESH_PROXIES) > 0 || terms.of(MESH_NODE_MEMORY) > 0
                || terms.of(MESH_CONTROL_MEMORY) > 0 || terms.of(MESH_NODE_CPU_AT_1000) > 0;
        meshed = grouping.units > 1 && shaped;
        each = meshed ? terms.of(MESH_PROXIES) : 0;
        cpuRequest = terms.of(MESH_PROXY_CPU_REQUEST);
        cpuAt1000 = terms.of(MESH_PROXY_CPU_AT_1000);
        memoryUse = terms.of(MESH_PROXY_MEMORY) + grouping.units * terms.of(MESH_PROXY_MEMORY_PER_SERVICE);
        memoryRequest = terms.of(MESH_PROXY_MEMORY_REQUEST);
        unstatedCpu = terms.or(MESH_PROXY_CPU_REQUEST, terms.of(DEFAULT_SIDECAR_CPU));
        unstatedMemory = terms.or(MESH_PROXY_MEMORY_REQUEST, terms.of(DEFAULT_SIDECAR_MEMORY));
        nodeRequest = meshed ? terms.of(MESH_NODE_CPU_REQUEST) : 0;
        nodeAt1000 = meshed ? terms.of(MESH_NODE_CPU_AT_1000) : 0;
        nodeMemory = meshed ? terms.of(MESH_NODE_MEMORY) : 0;
        waypoints = meshed ? terms.of(MESH_WAYPOINTS_PER_TEAM) * grouping.teams : 0;
    }

    /** Whether the shape's own mesh runs. */
    boolean meshed() {
        return meshed;
    }

    /** Whether any mesh runs: the shape's own, or sidecars registered today. */
    boolean running() {
        return meshed || registered;
    }

    /** Proxies beside each replica of a unit: those registered, where today's estate registers any. */
    double count(int unit) {
        return registered ? sidecars.count(unit) : each;
    }

    /** vCPU of the proxies beside one replica that takes and makes so many requests/s. */
    double cpu(int unit, double rate) {
        double use = cpuAt1000 * curve.at(rate);
        return registered
                ? Math.max(sidecars.cpu(unit, unstatedCpu), sidecars.count(unit) * use)
                : each * Math.max(cpuRequest, use);
    }

    /** vCPU of the proxies beside all replicas of services alone in their units, so many for each they state. */
    double cpu(Lot lot, double copies) {
        return each > 0 && !registered ? each * lot.proxies(curve, cpuRequest, cpuAt1000, copies) : 0;
    }

    /** vCPU those proxies ask for whatever passes. */
    double cpuAsked(int unit) {
        return cpu(unit, 0);
    }

    /** Bytes of the proxies beside one replica. */
    double memory(int unit) {
        return registered
                ? Math.max(sidecars.memory(unit, unstatedMemory), sidecars.count(unit) * memoryUse)
                : each * Math.max(memoryRequest, memoryUse);
    }

    /** vCPU of the proxy on each node when so many requests/s pass it. */
    double nodeCpu(double rate) {
        return Math.max(nodeRequest, nodeAt1000 * curve.at(rate));
    }

    /** Bytes of the proxy on each node. */
    double nodeMemory() {
        return nodeMemory;
    }

    /** How many waypoints run: so many for each team that owns a service. */
    double waypoints() {
        return waypoints;
    }

    /** vCPU of all waypoints when so many requests/s pass them together. */
    double waypointCpu(double rate) {
        double use = waypoints > 0 ? terms.of(MESH_WAYPOINT_CPU_AT_1000) * curve.at(rate / waypoints) : 0;
        return waypoints * Math.max(terms.of(MESH_WAYPOINT_CPU_REQUEST), use);
    }

    /** Bytes of all waypoints. */
    double waypointMemory() {
        return waypoints * terms.of(MESH_WAYPOINT_MEMORY);
    }

    /** vCPU of the control plane. */
    double controlCpu() {
        return control(MESH_CONTROL_CPU);
    }

    /** Bytes of the control plane. */
    double controlMemory() {
        return control(MESH_CONTROL_MEMORY);
    }

    private double control(Param param) {
        return meshed ? terms.of(param) : 0;
    }
}
