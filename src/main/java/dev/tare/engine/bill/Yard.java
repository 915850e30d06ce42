package dev.tare.engine.bill;

import dev.tare.engine.Assumptions;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Param;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service;
import dev.tare.engine.Shape.Billing;
import dev.tare.engine.graph.Hops;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One estate laid out for weighing. What scenarios share is found once and kept while it is asked for: traffic, the
 * layout of a grouping and its hops, the lots of services that are alike and their demand.
 */
final class Yard {
    private static final int KEPT = 12;

    final Topology topology;
    final Columns columns;
    private final Assumptions assumptions;
    private final boolean rateStated;
    private final boolean peakStated;
    private final Recent<Rates, Traffic> traffic;
    private final Recent<Key, Grouping> groupings = new Recent<>(KEPT);
    private final Recent<Path, Flows> flows;
    private final Recent<Gathering, Lots> lots = new Recent<>(KEPT);
    private final Recent<Wish, Demand> demands = new Recent<>(2 * KEPT);
    private final Kept kept;

    /** Lays a graph out and solves its traffic. */
    Yard(CallGraph graph, Assumptions assumptions) {
        this.assumptions = assumptions;
        columns = new Columns(graph);
        topology = new Topology(graph);
        traffic = new Recent<>(KEPT);
        flows = new Recent<>(KEPT);
        kept = new Kept();
        rateStated = !graph.entries().isEmpty()
                && graph.entries().stream().noneMatch(entry -> Double.isNaN(entry.meanPerSecond()));
        peakStated = rateStated && graph.entries().stream().noneMatch(entry -> Double.isNaN(entry.peakPerSecond())
                && Double.isNaN(graph.services().get(entry.service()).peakToMean()));
        traffic(new Rates(1, 1));
    }

    private Yard(Yard before, Columns columns, int changed) {
        this.columns = columns;
        assumptions = before.assumptions;
        topology = before.topology;
        rateStated = before.rateStated;
        peakStated = before.peakStated;
        traffic = before.traffic;
        flows = before.flows;
        before.groupings.forEach((key, grouping) -> groupings.get(key, by -> grouping.with(columns)));
        before.lots.forEach((by, of) -> carry(by, of, changed));
        kept = new Kept(before.kept, changed, columns.sameWaits(before.columns));
    }

    /** The same estate with one service changed; what that leaves as it was is not found again. */
    Yard with(int service, Service changed) {
        Columns next = columns.with(service, changed);
        boolean entry = columns.graph.entries().stream().anyMatch(each -> each.service() == service);
        boolean flows = next != null && (!entry || next.peakToMean == columns.peakToMean);
        return next != null && flows ? new Yard(this, next, service) : new Yard(graph(service, changed), assumptions);
    }

    private CallGraph graph(int service, Service changed) {
        CallGraph graph = columns.graph;
        List<Service> services = new ArrayList<>(graph.services());
        services.set(service, changed);
        return new CallGraph(services, graph.calls(), graph.entries(), graph.runtimes());
    }

    private void carry(Gathering by, Lots of, int changed) {
        Lots same = of.with(of.grouping.with(columns), changed, by.extent());
        if (same != null) {
            lots.get(by, missing -> same);
        }
    }

    /** What an assumption vector decides about traffic. */
    private record Rates(double perSecond, double peakToMean) {}

    /** A grouping, by content. */
    private record Key(int[] unitOf) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(unitOf, key.unitOf);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(unitOf);
        }
    }

    /** Traffic over units, which are told by their array. */
    private record Path(int[] unitOf, Traffic traffic) {}

    /** Lots, by what decides them; without an extent every service is one. */
    private record Gathering(int[] unitOf, Flows flows, @Nullable Extent extent) {}

    /** A demand, by what decides it. */
    private record Wish(Lots lots, double[] by) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Wish wish && lots == wish.lots && Arrays.equals(by, wish.by);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(by);
        }
    }

    /** A scenario's units laid out. */
    Grouping grouping(Scenario scenario) {
        return groupings.get(new Key(scenario.units()), key -> new Grouping(columns, key.unitOf()));
    }

    /** Weighs services that are alike together. */
    Weighing weigh(Grouping grouping, Terms terms) {
        Extent extent = Extent.of(assumptions, terms);
        return weigh(lots(grouping, terms, extent), extent, terms);
    }

    /** Weighs every service by itself, as workings need it. */
    Weighing apart(Grouping grouping, Terms terms) {
        return weigh(lots(grouping, terms, null), Extent.of(assumptions, terms), terms);
    }

    /** Finds what several draws have in common, to be weighed soon. */
    void ahead(Grouping grouping, List<Terms> draws) {
        if (draws.getFirst().shape().billing() == Billing.REQUESTS && Queue.waits(draws.getFirst())) {
            Map<Lots, List<Terms>> alike = new LinkedHashMap<>();
            draws.forEach(terms -> alike.computeIfAbsent(lots(grouping, terms, Extent.of(assumptions, terms)),
                    lots -> new ArrayList<>()).add(terms));
            alike.forEach((lots, several) -> kept.ahead(lots,
                    several.stream().map(terms -> demand(lots, terms)).toList(), several));
        }
    }

    /** Requests under a scenario's assumptions. */
    Traffic traffic(Terms terms) {
        return traffic(new Rates(rateStated ? 1 : terms.of(Param.DEFAULT_ENTRY_RATE),
                peakStated ? 1 : Math.max(1, terms.of(Param.DEFAULT_PEAK_TO_MEAN))));
    }

    /** Requests where an entry point that says nothing gets one a second. */
    Traffic traffic() {
        return traffic(new Rates(1, 1));
    }

    private Traffic traffic(Rates rates) {
        return traffic.get(rates, by -> Traffic.solve(topology, by.perSecond(), by.peakToMean()));
    }

    private Weighing weigh(Lots of, Extent extent, Terms terms) {
        return new Weighing(of, demand(of, terms), extent, terms, kept);
    }

    private Demand demand(Lots of, Terms terms) {
        return demands.get(new Wish(of, Demand.key(columns, terms)), wish -> new Demand(wish.lots(), terms));
    }

    private Lots lots(Grouping grouping, Terms terms, @Nullable Extent extent) {
        Flows flowing = flows.get(new Path(grouping.unitOf, traffic(terms)), path -> new Flows(topology, path.traffic(),
                Hops.of(topology, path.traffic(), path.unitOf())));
        return lots.get(new Gathering(grouping.unitOf, flowing, extent),
                by -> Lots.of(grouping, by.flows(), by.extent()));
    }
}
