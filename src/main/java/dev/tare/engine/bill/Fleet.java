package dev.tare.engine.bill;

import static dev.tare.engine.Param.AGENT_CPU;
import static dev.tare.engine.Param.AGENT_MEMORY;
import static dev.tare.engine.Param.DAEMONSET_CPU;
import static dev.tare.engine.Param.DAEMONSET_MEMORY;
import static dev.tare.engine.Param.MIN_NODES;
import static dev.tare.engine.Param.NODE_AGENT_CPU;
import static dev.tare.engine.Param.NODE_AGENT_MEMORY;
import static dev.tare.engine.Param.NODE_MAX_INSTANCES;
import static dev.tare.engine.Param.NODE_MEMORY;
import static dev.tare.engine.Param.NODE_SYSTEM_CPU;
import static dev.tare.engine.Param.NODE_SYSTEM_MEMORY;
import static dev.tare.engine.Param.NODE_VCPU;
import static dev.tare.engine.Param.PACKING_EFFICIENCY;

/**
 * How many nodes it takes: the most of what CPU, memory and the number of instances ask for, at least the
 * availability floor. A node gives what its platform does not reserve and its daemons do not take, as far as packing
 * can fill it. Where one instance does not fit into a node beside its daemons, nodes of twice the size are taken until
 * it does.
 *
 * <p>Example: nodes of 4 vCPU of which 0.08 are reserved and 0.5 go to daemons, filled to 80 %, give 2.736 vCPU;
 * 10 vCPU of instances take 4 of them.
 */
final class Fleet {
    private final Terms terms;
    private final Proxies proxies;
    private final double rate;
    private double scale = 1;
    private double nodes;

    /**
     * Finds the nodes for what floats between them and what runs on each.
     *
     * @param rate requests/s that pass the proxies of all nodes together
     */
    Fleet(Terms terms, Proxies proxies, Need floating, Need onEach, double rate) {
        this.terms = terms;
        this.proxies = proxies;
        this.rate = rate;
        if (!(terms.of(NODE_VCPU) > 0 && terms.of(NODE_MEMORY) > 0)) {
            throw new IllegalArgumentException(terms.shape().name() + ": expected nodes of some size, found none");
        }
        fit(floating, onEach);
        grow(floating, onEach);
    }

    /** vCPU, bytes and number of instances, and the largest of them. */
    record Need(double vcpu, double memory, double instances, double largestCpu, double largestMemory) {}

    /** Nodes paid for. */
    double nodes() {
        return nodes;
    }

    /** vCPUs of one node. */
    double vcpu() {
        return scale * terms.of(NODE_VCPU);
    }

    /** Bytes of one node. */
    double memory() {
        return scale * terms.of(NODE_MEMORY);
    }

    /** vCPU one node gives to instances, as far as packing can fill it; infinite where its proxy takes all. */
    double given(Need onEach) {
        double free = freeCpu(onEach, nodes) * packing();
        return free > 0 ? free : Double.POSITIVE_INFINITY;
    }

    /** Bytes one node gives to instances, as far as packing can fill it. */
    double givenMemory(Need onEach) {
        return freeMemory(onEach) * packing();
    }

    /** How many nodes of the shape's own size one node is. */
    double scale() {
        return scale;
    }

    /** vCPU each node keeps for the platform. */
    double platformCpu() {
        return terms.shape().reserved().cpu(vcpu()) + terms.of(NODE_SYSTEM_CPU) + terms.of(DAEMONSET_CPU)
                + terms.of(NODE_AGENT_CPU);
    }

    /** Bytes each node keeps for the platform. */
    double platformMemory() {
        return terms.shape().reserved().memory(memory(), terms.of(NODE_MAX_INSTANCES)) + terms.of(NODE_SYSTEM_MEMORY)
                + terms.of(DAEMONSET_MEMORY) + terms.of(NODE_AGENT_MEMORY);
    }

    /** vCPU of the mesh's proxy on each node. */
    double proxyCpu() {
        return nodes > 0 ? proxies.nodeCpu(rate / nodes) : 0;
    }

    private void fit(Need floating, Need onEach) {
        while (freeCpu(onEach, 0) < floating.largestCpu() || freeMemory(onEach) < floating.largestMemory()
                || !(freeCpu(onEach, 0) > 0 && freeMemory(onEach) > 0)) {
            scale *= 2;
            if (Double.isInfinite(scale)) {
                throw new IllegalArgumentException(
                        terms.shape().name() + ": expected nodes that keep something free, found none of any size");
            }
        }
    }

    /** More nodes mean fewer requests through the proxy of each: counts up until what is needed fits. */
    private void grow(Need floating, Need onEach) {
        nodes = Math.max(terms.of(MIN_NODES), floating.instances() + onEach.instances() > 0 ? 1 : 0);
        nodes = Math.max(nodes, byCount(floating, onEach));
        nodes = Math.max(nodes, Terms.wholes(floating.memory() / (freeMemory(onEach) * packing())));
        double needed = byCpu(floating, onEach);
        while (needed > nodes) {
            nodes = needed;
            needed = byCpu(floating, onEach);
        }
    }

    private double byCpu(Need floating, Need onEach) {
        double free = freeCpu(onEach, nodes) * packing();
        return free > 0 ? Terms.wholes(floating.vcpu() / free) : floating.vcpu() > 0 ? 2 * nodes : 0;
    }

    private double byCount(Need floating, Need onEach) {
        double most = terms.of(NODE_MAX_INSTANCES);
        double left = most - onEach.instances();
        return most > 0 ? Terms.wholes(floating.instances() / Math.max(1, left)) : 0;
    }

    private double freeCpu(Need onEach, double count) {
        double proxy = proxies.nodeCpu(count > 0 ? rate / count : 0);
        return vcpu() - platformCpu() - terms.of(AGENT_CPU) - proxy - onEach.vcpu();
    }

    private double freeMemory(Need onEach) {
        return memory() - platformMemory() - terms.of(AGENT_MEMORY) - proxies.nodeMemory() - onEach.memory();
    }

    private double packing() {
        double packing = terms.or(PACKING_EFFICIENCY, 1);
        return packing > 0 ? packing : 1;
    }
}
