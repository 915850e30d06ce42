package dev.tare.engine.bill;

import static dev.tare.engine.Param.*;

import dev.tare.engine.Shape.Billing;
import java.util.Arrays;

/**
 * Takes the price of capacity apart: what one vCPU, one byte and one more replica cost at the margin, and with that what
 * each service costs by itself and beside others. Where whole nodes are bought, a vCPU costs its share of a node as far
 * as CPU decides their number, a byte as far as memory does.
 *
 * <p>Example: nodes of 140 USD that give 2.8 vCPU and 12 GB, CPU alone deciding: 50 USD a vCPU, nothing a byte.
 */
final class Apportioning {
    private static final double BOTH_WAYS = 2;

    private final Weighing w;
    private final Terms terms;
    private final Demand demand;
    private final Each each;
    private final double vcpu;
    private final double memory;
    private final double loss;
    private final double target;
    private final double floor;

    private Apportioning(Weighing w, double byCpu) {
        this.w = w;
        terms = w.terms;
        demand = w.demand;
        each = new Each(w.lots, demand);
        Fleet fleet = w.fleet;
        vcpu = fleet == null ? w.prices.vcpu() : byCpu * price(fleet) / fleet.given(w.pinnedNeed());
        memory = fleet == null ? w.prices.memory() : (1 - byCpu) * price(fleet) / fleet.givenMemory(w.pinnedNeed());
        loss = 1 + terms.of(ISOLATION_CPU_SHARE);
        target = Demand.target(terms);
        floor = Math.max(1, terms.of(MIN_REPLICAS));
    }

    /** Costs at the margin of a weighing; {@code byCpu} is how far CPU decides the number of nodes, 0 to 1. */
    static UnitCosts of(Weighing w, double byCpu) {
        return new Apportioning(w, byCpu).costs();
    }

    /** How far CPU rather than memory decides the number of nodes here: 1 or 0, one half where neither is needed. */
    static double byCpu(Weighing w) {
        Fleet fleet = w.fleet;
        if (fleet == null) {
            return 1;
        }
        double cpu = w.floatingNeed().vcpu() / fleet.given(w.pinnedNeed());
        double memory = w.floatingNeed().memory() / fleet.givenMemory(w.pinnedNeed());
        return cpu == memory ? 0.5 : cpu > memory ? 1 : 0;
    }

    private double price(Fleet fleet) {
        return fleet.vcpu() * w.prices.vcpu() + fleet.memory() * w.prices.memory() + terms.of(WATCH_PER_HOST);
    }

    private UnitCosts costs() {
        int services = w.grouping.columns.count;
        double[] asked = new double[services];
        double[] alone = new double[services];
        double[] joined = new double[services];
        for (int service = 0; service < services; service++) {
            asked[service] = asked(service);
            alone[service] = alone(service);
            joined[service] = vcpu * asked[service] + floor * series(service);
        }
        double most = terms.of(UNIT_REPLICA_VCPU);
        double[] memoryAsked = each.memoryAsked();
        double held = Arrays.stream(memoryAsked).sum();
        return new UnitCosts(alone, joined, asked, memoryAsked, floor,
                most > 0 ? most : Double.POSITIVE_INFINITY, replica() + memory * base() / target,
                held > 0 ? memory * Math.min(1, application() / target / held) : 0, perCall(), perWire());
    }

    private double alone(int service) {
        if (w.grouping.columns.off(service)) {
            return 0;
        }
        double replicas = each.replicas(service);
        double billed = Math.max(replicas * each.request(service), each.cpu(service) * loss);
        return vcpu * billed + replicas * (memory * each.memoryAsked(service) + replica() + series(service));
    }

    /** vCPU a service asks for where it shares a unit: its peak at the target, never more than by itself. */
    private double asked(int service) {
        double oneByOne = Math.max(each.replicas(service) * each.request(service), each.cpu(service));
        return Math.max(each.cpu(service) * loss, Math.min(each.cpuAtPeak(service) * loss / target, oneByOne));
    }

    /** USD of a replica whatever is in it: its wall, its proxies and agents, and what watching charges for it. */
    private double replica() {
        double proxies = terms.of(MESH_PROXIES);
        double agents = terms.of(AGENT_SIDECARS);
        double cpu = terms.of(ISOLATION_CPU) + proxies * terms.of(MESH_PROXY_CPU_REQUEST)
                + agents * terms.of(AGENT_SIDECAR_CPU);
        double bytes = terms.of(ISOLATION_MEMORY)
                + proxies * Math.max(terms.of(MESH_PROXY_MEMORY_REQUEST), terms.of(MESH_PROXY_MEMORY))
                + agents * terms.of(AGENT_SIDECAR_MEMORY);
        return vcpu * cpu + memory * bytes + rounding() + (1 + proxies + agents) * container()
                + terms.of(SERIES_PER_INSTANCE) * series();
    }

    /** Instances sold in sizes are half a size too large on average. */
    private double rounding() {
        boolean stepped = w.billing() == Billing.INSTANCES;
        return stepped ? (vcpu * terms.of(INSTANCE_VCPU_STEP) + memory * terms.of(INSTANCE_MEMORY_STEP)) / 2 : 0;
    }

    private double container() {
        boolean beyond = w.containers() > w.nodes * terms.of(WATCH_CONTAINER_ALLOTMENT);
        return beyond ? terms.of(WATCH_PER_CONTAINER) * terms.hours() : 0;
    }

    /** USD of one metric series: what watching charges for it and what its own servers hold of it. */
    private double series() {
        boolean beyond = w.series() > w.nodes * terms.of(WATCH_SERIES_ALLOTMENT);
        return (beyond ? terms.of(WATCH_PER_SERIES) : 0) + memory * terms.of(MEMORY_PER_SERIES);
    }

    /** USD of a service's own series in one replica. */
    private double series(int service) {
        double stated = w.grouping.columns.series[service];
        return (Double.isNaN(stated) ? terms.of(DEFAULT_METRIC_SERIES) : stated) * series();
    }

    /** Bytes of one runtime in a process, on average over the services. */
    private double base() {
        int[] runtime = w.grouping.columns.runtime;
        return Arrays.stream(runtime).mapToDouble(r -> demand.base[r]).average().orElse(0);
    }

    private double application() {
        double bytes = 0;
        for (int service = 0; service < w.grouping.columns.count; service++) {
            bytes += Math.max(0, each.application(service));
        }
        return bytes;
    }

    /** Serialising it at both ends, its way through two proxies, and the span it leaves. */
    private double perCall() {
        double proxied = terms.of(MESH_PROXIES) * BOTH_WAYS * terms.of(MESH_PROXY_CPU_AT_1000) / 1000;
        double request = terms.of(MESH_PROXY_CPU_REQUEST);
        double span = terms.of(TRACE_SAMPLING) * terms.of(SPAN_BYTES) * terms.seconds() / Terms.GB
                * terms.of(WATCH_PER_SPAN_GB);
        double transition = terms.of(WORKFLOW_TRANSITIONS_PER_CALL) * terms.of(WORKFLOW_PER_TRANSITION)
                * terms.seconds();
        return vcpu * (terms.of(CALL_CPU) / Terms.MS_PER_SECOND + (request > 0 ? 0 : proxied)) + span + transition;
    }

    private double perWire() {
        return terms.seconds() / Terms.GB * terms.of(CROSS_ZONE_SHARE) * terms.of(PRICE_CROSS_ZONE) * BOTH_WAYS;
    }

    /** Whether units cost what runs and not what is invoked. */
    static boolean fits(Weighing w) {
        return w.billing() != Billing.REQUESTS;
    }
}
