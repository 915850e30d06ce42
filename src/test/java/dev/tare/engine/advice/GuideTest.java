package dev.tare.engine.advice;

import dev.tare.engine.Advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Assumptions.Assumption;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Curve;
import dev.tare.engine.Engine;
import dev.tare.engine.Param;
import dev.tare.engine.Reservation;
import dev.tare.engine.Scenario;
import dev.tare.engine.Shape;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import dev.tare.engine.scale.ScaleEstate;

/** The engine's own gross cost as the objective, and the terms read off it. */
class GuideTest {
    private static final Map<Param, Double> PRICES = Map.ofEntries(Map.entry(Param.HOURS_PER_MONTH, 730.0),
            Map.entry(Param.PRICE_VCPU_HOUR, 0.03), Map.entry(Param.PRICE_GIB_HOUR, 0.004),
            Map.entry(Param.DEFAULT_CPU_UTILISATION, 0.3), Map.entry(Param.WORK_CPU_SHARE, 0.3),
            Map.entry(Param.MIN_REPLICAS, 2.0), Map.entry(Param.UNIT_REPLICA_VCPU, 4.0),
            Map.entry(Param.TARGET_UTILISATION, 0.6), Map.entry(Param.CALL_CPU, 0.4),
            Map.entry(Param.CROSS_ZONE_SHARE, 0.66), Map.entry(Param.PRICE_CROSS_ZONE, 0.01),
            Map.entry(Param.ISOLATION_MEMORY, 3e7), Map.entry(Param.ISOLATION_CPU, 0.02));

    @Test
    void findsALinearObjectiveAgain() {
        Calls calls = new Calls(new int[]{ 0, 1, 2, 3 }, new int[]{ 1, 2, 3, 4 }, new double[]{ 5, 1, 7, 2 });
        double[] bytes = { 10, 40, 5, 90 };
        Objective linear = units -> {
            double sum = 100 + 3.0 * Grouping.count(units);
            for (int c = 0; c < 4; c++) {
                sum += units[c] != units[c + 1] ? 2 * calls.rate()[c] : 0;
            }
            return sum;
        };
        Terms terms = Guide.fit(linear, calls, bytes, new double[5], 40);
        assertThat(Instances.partitions(5))
                .allSatisfy(units -> assertThat(terms.weigh(units)).isCloseTo(linear.weigh(units), within(1e-6)));
    }

    @Test
    void theEnginesOptimumIsFoundAmongAllGroupingsOfASmallEstate() {
        CallGraph graph = ScaleEstate.of(60, 400, 5);
        CallGraph small = part(graph, 8);
        Objective gross = gross(small);
        Advice advice = Advisor.advise(question(small, gross));
        assertThat(advice.exact()).isTrue();
        assertThat(advice.weight()).isCloseTo(
                Instances.partitions(8).stream().mapToDouble(gross::weigh).min().orElseThrow(), within(1e-9));
        assertThat(advice.path())
                .allSatisfy(step -> assertThat(step.weight()).isEqualTo(gross.weigh(step.grouping())));
    }

    @Test
    void leadsAMiddlingEstateToNoWorseThanBothEnds() {
        CallGraph graph = part(ScaleEstate.of(60, 400, 5), 30);
        Objective gross = gross(graph);
        Advice advice = Advisor.advise(question(graph, gross).effort(4000, 60));
        assertThat(advice.weight()).isLessThanOrEqualTo(gross.weigh(Grouping.oneEach(30)))
                .isLessThanOrEqualTo(gross.weigh(new int[30]));
        assertThat(advice.weight()).isCloseTo(gross.weigh(advice.optimum()), Percentage.withPercentage(1e-9));
        assertThat(advice.exact()).isFalse();
        assertThat(advice.bound()).isNaN();
    }

    private static Question question(CallGraph graph, Objective gross) {
        Topology topology = new Topology(graph);
        Calls calls = Calls.of(topology, Traffic.solve(topology, 1, 1));
        double[] bytes = IntStream.range(0, calls.rate().length).mapToDouble(c -> calls.rate()[c]
                * (graph.calls().get(c).requestBytes() + graph.calls().get(c).responseBytes())).toArray();
        double[] memory = graph.services().stream().mapToDouble(s -> s.memoryRequest()).toArray();
        Terms guide = Guide.fit(gross, calls, bytes, memory, 60);
        return new Question(gross, List.of(guide), Rules.of(Rules.Traits.of(graph, memory)), Limit.NONE, calls,
                Grouping.oneEach(memory.length), 120_000, 60);
    }

    private static Objective gross(CallGraph graph) {
        List<Map.Entry<Param, Double>> bound = List.copyOf(PRICES.entrySet());
        Assumptions assumptions = new Assumptions(bound.stream().map(e -> new Assumption(e.getKey().name(),
                e.getKey().dimension(), e.getValue(), e.getValue(), e.getValue(), true)).toList());
        Map<Param, Integer> slots = new java.util.EnumMap<>(Param.class);
        IntStream.range(0, bound.size()).forEach(i -> slots.put(bound.get(i).getKey(), i));
        Shape shape = Shape.of("instances", Shape.Billing.INSTANCES, Reservation.NONE, Curve.PROPORTIONAL,
                Shape.Helpers.SIDECAR, slots);
        Engine engine = new Engine(graph, assumptions);
        double[] values = bound.stream().mapToDouble(Map.Entry::getValue).toArray();
        return units -> engine.gross(new Scenario("plan", shape, units, false), values);
    }

    /** The first services and the calls among them. */
    private static CallGraph part(CallGraph graph, int services) {
        return new CallGraph(graph.services().subList(0, services),
                graph.calls().stream().filter(c -> c.from() < services && c.to() < services).toList(),
                List.of(new CallGraph.Entry(0, 50, 100), new CallGraph.Entry(1, 20, 60)), graph.runtimes());
    }
}
