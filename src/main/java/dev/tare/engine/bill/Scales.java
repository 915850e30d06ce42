package dev.tare.engine.bill;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Bill;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Carried;
import dev.tare.engine.CallTares;
import dev.tare.engine.Drawn;
import dev.tare.engine.Draws;
import dev.tare.engine.Journey;
import dev.tare.engine.Percentiles;
import dev.tare.engine.Resilience;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service;
import dev.tare.engine.graph.Outages;
import dev.tare.engine.graph.Traffic;
import dev.tare.engine.latency.Latency;
import dev.tare.engine.range.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** One estate made ready to be weighed, and every question about it. */
public final class Scales {
    private static final int KEPT = 12;
    private static final int MOST_UNITS = 1_000;

    private final Yard yard;
    private final Recent<Failing, Resilience> standing = new Recent<>(KEPT);
    private final Assumptions assumptions;
    private final Clock clock;

    /** Lays a graph out and solves its traffic. */
    public Scales(CallGraph graph, Assumptions assumptions) {
        this(new Yard(graph, assumptions), assumptions);
    }

    private Scales(Yard yard, Assumptions assumptions) {
        this.yard = yard;
        this.assumptions = assumptions;
        clock = new Clock(yard.columns, yard.topology, yard::traffic);
    }

    /** The same estate with one service changed. */
    public Scales with(int service, Service changed) {
        return new Scales(yard.with(service, changed), assumptions);
    }

    /** What is weighed. */
    public CallGraph graph() {
        return yard.columns.graph;
    }

    /** Weighs a scenario at one set of assumption values. */
    public Weighing weigh(Scenario scenario, double[] values) {
        return yard.weigh(yard.grouping(scenario), new Terms(scenario, values));
    }

    /** The bill of a scenario, with ranges and workings. */
    public Bill bill(Scenario scenario) {
        return bill(scenario, assumptions);
    }

    /** The same with other figures for the same assumptions. */
    public Bill bill(Scenario scenario, Assumptions others) {
        Bounds<Weighing> weighed = Bounds.of(others,
                values -> yard.apart(yard.grouping(scenario), new Terms(scenario, values)));
        return new Statement(weighed, clock.times(weighed), others).bill();
    }

    /** What every service carries of a scenario at one set of assumption values. */
    public Carried carried(Scenario scenario, double[] values) {
        return new Shares(weigh(scenario, values)).carried();
    }

    /** What the calls of a scenario carry of it. */
    public CallTares calls(Scenario scenario, Assumptions others) {
        return CallShares.of(Bounds.of(others,
                values -> yard.apart(yard.grouping(scenario), new Terms(scenario, values))));
    }

    /** Where the time of a scenario's requests goes at one set of assumption values. */
    public Journey journey(Scenario scenario, double[] values, int service, Journey.Band band) {
        return clock.journey(weigh(scenario, values), service, band);
    }

    /** Requests of a scenario at one set of assumption values. */
    public Traffic traffic(Scenario scenario, double[] values) {
        return yard.traffic(new Terms(scenario, values));
    }

    /** What scenarios weigh under every draw, in every measure but time. */
    public Drawn draw(List<Scenario> scenarios, Draws draws) {
        return Trials.amounts(yard, scenarios, draws);
    }

    /** How long a request takes under every draw. */
    public Drawn drawTimes(List<Scenario> scenarios, Draws draws) {
        return Trials.times(this, scenarios, draws);
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
        Traffic solved = traffic(scenario, assumptions.likely());
        return standing.get(new Failing(IntStream.of(scenario.units()).boxed().toList(), solved, up), _ -> {
            Outages outages = new Outages(yard.topology, solved, scenario.units());
            double[] each = new double[units];
            Arrays.fill(each, up);
            return new Resilience(IntStream.range(0, units).mapToDouble(outages::lost).toArray(),
                    outages.availability(each));
        });
    }

    /** What decides what requests lose: shapes of one grouping lose alike. */
    private record Failing(List<Integer> units, Traffic traffic, double up) {}
}
