package dev.tare.engine.bill;

import static dev.tare.engine.Param.CONTROL_SERVERS;
import static dev.tare.engine.Param.CONTROL_SERVER_CPU;
import static dev.tare.engine.Param.CONTROL_SERVER_MEMORY;
import static dev.tare.engine.Param.DEFAULT_REQUEST_BYTES;
import static dev.tare.engine.Param.DEFAULT_RESPONSE_BYTES;
import static dev.tare.engine.Param.ISOLATION_CPU;
import static dev.tare.engine.Param.ISOLATION_MEMORY;
import static dev.tare.engine.Param.MEMORY_PER_SERIES;
import static dev.tare.engine.Param.SERIES_PER_INSTANCE;
import static dev.tare.engine.Param.SERIES_PER_MESH_EDGE;
import static dev.tare.engine.Param.WATCH_SERVER_CPU;
import static dev.tare.engine.Param.WATCH_SERVER_MEMORY;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Brief;
import dev.tare.engine.Measure;
import dev.tare.engine.Shape.Billing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A scenario with every assumption at one value: its units sized, its nodes counted, its bytes added up, and from
 * them what the work needs and what each line adds. Gross is counted from what is paid for, on its own; headroom is
 * what is left of it when the work and every other line have had theirs.
 */
public final class Weighing {
    final Terms terms;
    final Grouping grouping;
    final Flows flows;
    final Lots lots;
    final Demand demand;
    final Prices prices;
    final Proxies proxies;
    final Shipping shipping;
    /** Instances placed wherever there is room. */
    final Tally floating;
    /** Instances that run once on each node. */
    final Tally pinned;
    final @Nullable Fleet fleet;
    final @Nullable Functions functions;
    final double nodes;
    final double[] processes;
    private final Amount net;
    private final Amount[] lines = new Amount[Part.values().length];

    /** Weighs a scenario. */
    Weighing(Lots lots, Demand demand, Extent extent, Terms terms, Kept kept) {
        this.terms = terms;
        this.lots = lots;
        this.demand = demand;
        grouping = lots.grouping;
        flows = lots.flows;
        prices = Prices.of(terms);
        proxies = new Proxies(grouping, terms);
        Sized sized = kept.sized(lots, demand, terms);
        floating = sized.floating;
        pinned = sized.pinned;
        processes = sized.processes;
        boolean invoked = billing() == Billing.REQUESTS;
        functions = invoked ? new Functions(lots, demand, terms, kept) : null;
        fleet = billing() == Billing.NODES ? new Fleet(terms, proxies, floatingNeed(), pinnedNeed(), proxied()) : null;
        nodes = fleet == null ? 0 : fleet.nodes();
        shipping = kept.shipping(sized, extent, terms, nodes);
        net = Net.amount(this);
        Lines.ALL.forEach(line -> lines[line.part().ordinal()] = line.amount(this));
    }

    Billing billing() {
        return terms.shape().billing();
    }

    Amount net() {
        return net;
    }

    Amount line(Part part) {
        return lines[part.ordinal()];
    }

    /** USD a month, all in all. */
    public double grossCost() {
        double cost = prices.of(net);
        for (Amount line : lines) {
            cost += prices.of(line);
        }
        return cost;
    }

    /** An amount in a measure; it takes no time by itself. */
    double in(Measure measure, Amount amount) {
        return switch (measure) {
            case COST -> prices.of(amount);
            case VCPU -> amount.allVcpu();
            case MEMORY -> amount.allMemory();
            case BYTES_PER_MONTH -> amount.moved();
            case P99_MS -> 0;
        };
    }

    /** All of it in short. */
    public Brief brief() {
        double[] costs = new double[lines.length];
        double moved = net.moved();
        for (int part = 0; part < costs.length; part++) {
            costs[part] = prices.of(lines[part]);
            moved += lines[part].moved();
        }
        return new Brief(prices.of(net), costs, moved, Arrays.stream(processes).sum(), nodes, paid().vcpu());
    }

    /** What is left of the capacity paid for when the work and the lines counted so far have had theirs. */
    Amount left() {
        Amount taken = net;
        for (Amount line : lines) {
            taken = line == null ? taken : taken.plus(line);
        }
        Amount paid = paid();
        return Amount.capacity(rest(paid.vcpu(), taken.vcpu()), rest(paid.memory(), taken.memory()));
    }

    /** Capacity paid for: whole nodes, or what each instance is granted; beside them servers of the platform's own. */
    Amount paid() {
        double servers = terms.of(CONTROL_SERVERS);
        double vcpu = servers * terms.of(CONTROL_SERVER_CPU);
        double memory = servers * terms.of(CONTROL_SERVER_MEMORY);
        return switch (billing()) {
            case NODES -> Amount.capacity(vcpu + nodes * nodeCpu(), memory + nodes * nodeMemory());
            case INSTANCES -> Amount.capacity(vcpu + floatingNeed().vcpu(), memory + floatingNeed().memory());
            case REQUESTS -> Amount.capacity(vcpu + sharedCpu(), memory + sharedMemory());
        };
    }

    /** Share of the pinned instances that is the work itself: one of each kind. */
    double firstPinned() {
        return fleet == null ? 0 : Math.min(1, nodes);
    }

    /** Processes or pods that run; under functions, instances held on average. */
    double instances() {
        if (functions != null) {
            return functions.working + functions.waiting + functions.cold;
        }
        return floating.instances + nodes * pinned.instances;
    }

    double containers() {
        return floating.containers() + nodes * pinned.containers();
    }

    /** Requests/s that pass the proxies of all nodes: each remote call at both ends, outside requests at one. */
    double proxied() {
        return 2 * flows.hops.remoteRate() + flows.traffic.entering();
    }

    double waypointCpu() {
        return proxies.waypointCpu(flows.hops.remoteRate());
    }

    /** Active metric series: of the platform for each instance, of the mesh for each pair, of the services. */
    double series() {
        return floatingSeries() + nodes * pinnedSeries();
    }

    double meshPairs() {
        return proxies.meshed() ? flows.hops.unitPairs() : 0;
    }

    /** Bytes/s between units. */
    double wireBytes() {
        return flows.hops.wireBytesPerSecond(terms.of(DEFAULT_REQUEST_BYTES),
                terms.of(DEFAULT_RESPONSE_BYTES));
    }

    double watchCpu() {
        return terms.of(WATCH_SERVER_CPU);
    }

    double watchMemory() {
        return terms.of(WATCH_SERVER_MEMORY) + series() * terms.of(MEMORY_PER_SERIES);
    }

    private double nodeCpu() {
        return fleet == null ? 0 : fleet.vcpu();
    }

    private double nodeMemory() {
        return fleet == null ? 0 : fleet.memory();
    }

    private double floatingSeries() {
        double instances = functions != null ? grouping.units : floating.instances;
        return instances * terms.of(SERIES_PER_INSTANCE) + floating.ownSeries
                + meshPairs() * terms.of(SERIES_PER_MESH_EDGE);
    }

    private double pinnedSeries() {
        return pinned.instances * terms.of(SERIES_PER_INSTANCE) + pinned.ownSeries;
    }

    /** What the mesh's and the watching's own servers take. */
    private double sharedCpu() {
        return waypointCpu() + proxies.controlCpu() + watchCpu();
    }

    private double sharedMemory() {
        return proxies.waypointMemory() + proxies.controlMemory() + terms.of(WATCH_SERVER_MEMORY)
                + floatingSeries() * terms.of(MEMORY_PER_SERIES);
    }

    Fleet.Need floatingNeed() {
        return new Fleet.Need(floating.placedCpu(terms.of(ISOLATION_CPU)) + sharedCpu(),
                floating.placedMemory(terms.of(ISOLATION_MEMORY)) + sharedMemory(), floating.instances,
                floating.largestCpu + terms.of(ISOLATION_CPU), floating.largestMemory + terms.of(ISOLATION_MEMORY));
    }

    Fleet.Need pinnedNeed() {
        return new Fleet.Need(pinned.placedCpu(terms.of(ISOLATION_CPU)),
                pinned.placedMemory(terms.of(ISOLATION_MEMORY)) + pinnedSeries() * terms.of(MEMORY_PER_SERIES),
                pinned.instances, 0, 0);
    }

    private static double rest(double paid, double taken) {
        double rest = paid - taken;
        return Math.abs(rest) < 1e-12 * paid ? 0 : rest;
    }
}
