package dev.tare.engine.bill;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Bill;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Drawn;
import dev.tare.engine.Draws;
import dev.tare.engine.Param;
import dev.tare.engine.Percentiles;
import dev.tare.engine.Resilience;
import dev.tare.engine.Scenario;
import dev.tare.engine.Shape.Billing;
import dev.tare.engine.graph.Hops;
import dev.tare.engine.graph.Outages;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import dev.tare.engine.latency.Latency;
import dev.tare.engine.range.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One estate made ready to be weighed. What scenarios share is found once and kept while it is asked for: traffic,
 * the layout of a grouping and its hops, the demand of each service.
 */
public final class Scales {
    private static final int KEPT = 12;
    private static final int MOST_UNITS = 1_000;

    private final Topology topology;
    private final Columns columns;
    private final Assumptions assumptions;
    private final Clock clock;
    private final boolean rateStated;
    private final boolean peakStated;
    private final Recent<Rates, Traffic> traffic = new Recent<>(KEPT);
    private final Recent<Key, Grouping> groupings = new Recent<>(KEPT);
    private final Recent<Path, Flows> flows = new Recent<>(KEPT);
    private final Recent<Gathering, Lots> lots = new Recent<>(KEPT);
    private final Recent<Wish, Demand> demands = new Recent<>(KEPT);
    private final Kept kept = new Kept();

    /** Lays a graph out and solves its traffic. */
    public Scales(CallGraph graph, Assumptions assumptions) {
        this.assumptions = assumptions;
        columns = new Columns(graph);
        topology = new Topology(graph);
        rateStated = !graph.entries().isEmpty()
                && graph.entries().stream().noneMatch(entry -> Double.isNaN(entry.meanPerSecond()));
        peakStated = rateStated && graph.entries().stream().noneMatch(entry -> Double.isNaN(entry.peakPerSecond())
                && Double.isNaN(graph.services().get(entry.service()).peakToMean()));
        traffic(new Rates(1, 1));
        clock = new Clock(columns, topology, () -> traffic(new Rates(1, 1)));
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

    private record Path(Grouping grouping, Traffic traffic) {}

    /** Lots, by what decides them; without an extent every service is one. */
    private record Gathering(Grouping grouping, Flows flows, @Nullable Extent extent) {}

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

    /** Weighs a scenario at one set of assumption values. */
    public Weighing weigh(Scenario scenario, double[] values) {
        Terms terms = new Terms(scenario, values);
        Extent extent = Extent.of(assumptions, terms);
        return weigh(terms, extent, extent);
    }

    /** The same with every service weighed by itself, as workings need it. */
    private Weighing apart(Scenario scenario, double[] values) {
        Terms terms = new Terms(scenario, values);
        return weigh(terms, null, Extent.of(assumptions, terms));
    }

    /** Finds what several draws have in common, to be weighed soon. */
    void ahead(Scenario scenario, List<double[]> draws) {
        List<Terms> terms = draws.stream().map(values -> new Terms(scenario, values)).toList();
        if (scenario.shape().billing() != Billing.REQUESTS || !Queue.waits(terms.getFirst())) {
            return;
        }
        Map<Lots, List<Terms>> alike = new LinkedHashMap<>();
        terms.forEach(each -> alike.computeIfAbsent(lots(each, Extent.of(assumptions, each)),
                lots -> new ArrayList<>()).add(each));
        alike.forEach((lots, several) -> kept.ahead(lots,
                several.stream().map(each -> demand(lots, each)).toList(), several));
    }

    private Weighing weigh(Terms terms, @Nullable Extent together, Extent extent) {
        Lots gathered = lots(terms, together);
        return new Weighing(gathered, demand(gathered, terms), extent, terms, kept);
    }

    private Demand demand(Lots of, Terms terms) {
        return demands.get(new Wish(of, Demand.key(columns, terms)), wish -> new Demand(wish.lots(), terms));
    }

    private Lots lots(Terms terms, @Nullable Extent extent) {
        Traffic solved = traffic(rates(terms));
        Grouping grouping = groupings.get(new Key(terms.scenario().units()),
                key -> new Grouping(columns, key.unitOf()));
        Flows flowing = flows.get(new Path(grouping, solved), path -> flow(path.grouping(), path.traffic()));
        return lots.get(new Gathering(grouping, flowing, extent),
                by -> Lots.of(by.grouping(), by.flows(), by.extent()));
    }

    /** The bill of a scenario, with ranges and workings. */
    public Bill bill(Scenario scenario) {
        return bill(scenario, assumptions);
    }

    /** The same with other figures for the same assumptions. */
    public Bill bill(Scenario scenario, Assumptions others) {
        Bounds<Weighing> weighed = Bounds.of(others, values -> apart(scenario, values));
        return new Statement(weighed, clock.times(weighed), others).bill();
    }

    /** Requests of a scenario at one set of assumption values. */
    public Traffic traffic(Scenario scenario, double[] values) {
        return traffic(rates(new Terms(scenario, values)));
    }

    /** What scenarios weigh under every draw, in every measure but time. */
    public Drawn draw(List<Scenario> scenarios, Draws draws) {
        return new Trials(this).amounts(scenarios, draws);
    }

    /** How long a request takes under every draw. */
    public Drawn drawTimes(List<Scenario> scenarios, Draws draws) {
        return new Trials(this).times(scenarios, draws);
    }

    Latency time(Scenario scenario, double[] values) {
        return clock.time(weigh(scenario, values));
    }

    /** How long a request takes under a scenario, for those who ask at hundreds of assumption values. */
    Function<double[], Latency> times(Scenario scenario) {
        Weighing likely = weigh(scenario, assumptions.likely());
        return values -> clock.near(weigh(scenario, values), likely);
    }

    /**
     * What units cost, taken apart by service: as what decides the number of nodes in this scenario says first, then as
     * if it were half CPU and half memory, then the other way round. Empty where what is invoked is paid for.
     */
    public List<UnitCosts> unitCosts(Scenario scenario, double[] values) {
        Weighing weighed = weigh(scenario, values);
        if (!Apportioning.fits(weighed)) {
            return List.of();
        }
        double first = Apportioning.byCpu(weighed);
        return DoubleStream.of(first, 1.0 / 2, 1 - first).distinct().limit(weighed.fleet == null ? 1 : 3)
                .mapToObj(byCpu -> Apportioning.of(weighed, byCpu)).toList();
    }

    /** Bytes each service asks for in a process. */
    public double[] memoryAsked(Scenario scenario, double[] values) {
        Weighing weighed = weigh(scenario, values);
        return new Each(weighed.lots, weighed.demand).memoryAsked();
    }

    /** Milliseconds of a request at the 99th percentile by entry point's service. */
    public Map<Integer, Double> entryP99s(Scenario scenario, double[] values) {
        Map<Integer, Double> times = new TreeMap<>();
        time(scenario, values).entries().forEach(entry -> times.merge(entry.service(), entry.gross().p99(), Math::max));
        return times;
    }

    /** Milliseconds of a request at the 99th percentile, over all entry points, at one set of assumption values. */
    public double p99(Scenario scenario, double[] values) {
        return time(scenario, values).gross().p99();
    }

    /** Milliseconds of a request over all entry points, from fewer draws than a bill's, at one set of assumption values. */
    public Percentiles latency(Scenario scenario, double[] values) {
        return times(scenario).apply(values).gross();
    }

    /** The same without drawing, where that does not take seconds. */
    public Optional<Percentiles> convolved(Scenario scenario, double[] values) {
        return clock.convolved(weigh(scenario, values));
    }

    /** What requests lose when units fail; nothing is found out for more units than a second allows. */
    public Resilience resilience(Scenario scenario, double up) {
        int units = scenario.unitCount();
        if (units > MOST_UNITS) {
            return new Resilience(new double[0], Double.NaN);
        }
        Outages outages = new Outages(topology, traffic(rates(new Terms(scenario, assumptions.likely()))),
                scenario.units());
        double[] each = new double[units];
        Arrays.fill(each, up);
        return new Resilience(IntStream.range(0, units).mapToDouble(outages::lost).toArray(),
                outages.availability(each));
    }

    private Rates rates(Terms terms) {
        return new Rates(rateStated ? 1 : terms.of(Param.DEFAULT_ENTRY_RATE),
                peakStated ? 1 : Math.max(1, terms.of(Param.DEFAULT_PEAK_TO_MEAN)));
    }

    private Traffic traffic(Rates rates) {
        return traffic.get(rates, by -> Traffic.solve(topology, by.perSecond(), by.peakToMean()));
    }

    private Flows flow(Grouping grouping, Traffic solved) {
        return new Flows(topology, solved, Hops.of(topology, solved, grouping.unitOf));
    }
}
