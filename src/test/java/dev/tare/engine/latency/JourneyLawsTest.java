package dev.tare.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.AmplifyingCycle;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Journey;
import dev.tare.engine.Journey.Band;
import dev.tare.engine.Journey.Leg;
import dev.tare.engine.Journey.Stay;
import dev.tare.engine.graph.Graphs;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Where requests spend their time: every ms is met once, whatever the graph. */
class JourneyLawsTest {
    private static final CallGraph SHOP = Graphs.of("in shop 100", "in jobs 1", "shop > ads 0.5 parallel",
            "shop > hints 0.7 parallel", "shop > goods 3", "shop > cart 1.2", "shop > post 0.4 parallel",
            "shop > money 5", "shop > order 0.1", "hints > goods", "order > pay", "order > post 2",
            "order > mail async", "order > money 3", "order > goods 2", "order > cart 2", "cart > store 1.5",
            "jobs > mail 2");

    @Property(tries = 150)
    void whatWasWaitedForIsTheWholeTime(@ForAll Random random) {
        CallGraph graph = graph(random);
        int[] units = random.ints(graph.services().size(), 0, 4).toArray();
        Times times = times(graph, random);
        for (Band band : Band.values()) {
            Journey journey = simulation(graph, 2048).journey(units, times, 0, band);
            assertThat(journey.net() + journey.tare()).isCloseTo(journey.ms(), within(1e-9 * journey.ms() + 1e-12));
            assertThat(journey.legs()).allSatisfy(leg -> {
                assertThat(leg.critical()).isBetween(-1e-9, leg.times() + 1e-9);
                assertThat(leg.remote() || leg.tare() == 0).isTrue();
            });
        }
    }

    @Property(tries = 100)
    void onAverageItIsTheMeanOfTheDraws(@ForAll Random random) {
        CallGraph graph = graph(random);
        int[] units = random.ints(graph.services().size(), 0, 4).toArray();
        Times times = times(graph, random);
        Simulation simulation = simulation(graph, 2048);
        Journey journey = simulation.journey(units, times, 0, Band.ALL);
        assertThat(journey.requests()).isEqualTo(2048);
        double stays = journey.stays().stream().mapToDouble(stay -> stay.visits() * stay.work()).sum();
        // What is repeated more often than it is drawn is scaled up draw by draw, so that both sums scatter a little.
        double scatter = graph.calls().stream()
                .anyMatch(call -> call.perRequest() > dev.tare.engine.latency.Leg.copies(1_000)) ? 0.05 : 1e-12;
        assertThat(stays).as("what runs side by side is worked too").isGreaterThanOrEqualTo(
                journey.stays().stream().mapToDouble(Stay::waited).sum() * (1 - scatter) - 1e-9);
        int[] together = new int[units.length];
        Journey one = simulation.journey(together, times, 0, Band.ALL);
        assertThat(one.tare()).isCloseTo(one.arriving(), within(1e-12));
        assertThat(one.ms()).isLessThanOrEqualTo(journey.ms() + 1e-9);
    }

    @Test
    void slowRequestsTakeTheQuantile() {
        Times times = shopTimes();
        int[] units = Graphs.oneEach(SHOP);
        Simulation simulation = simulation(SHOP, 1 << 16);
        Latency latency = simulation.run(units, times);
        int shop = Graphs.at(SHOP, "shop");
        Journey slow = simulation.journey(units, times, shop, Band.SLOW);
        Journey median = simulation.journey(units, times, shop, Band.MEDIAN);
        double p99 = latency.entries().getFirst().gross().p99();
        assertThat(slow.ms()).isCloseTo(p99, within(0.002 * p99));
        assertThat(median.ms()).isCloseTo(latency.entries().getFirst().gross().p50(), within(0.002 * median.ms()));
        assertThat(slow.requests()).isBetween(250, 600);
        assertThat(slow.error()).isPositive().isLessThan(0.02 * p99);
        assertThat(slow.legs().stream().flatMap(leg -> leg.parts().keySet().stream())).contains(Part.NETWORK,
                Part.MESH, Part.PLACEMENT);
    }

    @Test
    void callsAreMetAsOftenAsTheyAreMade() {
        int shop = Graphs.at(SHOP, "shop");
        Journey journey = simulation(SHOP, 1 << 16).journey(Graphs.oneEach(SHOP), shopTimes(), shop, Band.ALL);
        assertThat(times(journey, "shop", "money")).isCloseTo(5, within(1e-6));
        assertThat(times(journey, "hints", "goods")).isCloseTo(0.7, within(0.01));
        assertThat(times(journey, "order", "money")).isCloseTo(0.3, within(0.01));
        assertThat(journey.legs()).extracting(leg -> SHOP.calls().get(leg.call()).mode())
                .doesNotContain(CallGraph.Mode.ASYNC);
    }

    @Test
    void sequentialCallsAddAndOfParallelOnesTheLongestCounts() {
        CallGraph graph = Graphs.of("in a 1", "a > b 2", "a > c parallel", "a > d parallel", "d > e");
        Times times = new Times(new double[]{ 1, 2, 3, 4, 5 }, new double[]{ 1, 2, 3, 4, 5 }, 0.5,
                Extra.always(1.5, 1.5), Extra.NONE, Extra.NONE, Extra.NONE, Extra.NONE);
        Journey journey = simulation(graph, 1024).journey(Graphs.oneEach(graph), times, 0, Band.ALL);
        assertThat(journey.ms()).as("1 + 2 (1.5 + 2) + 1.5 + 4 + 1.5 + 5").isEqualTo(20);
        Leg twice = leg(journey, graph, "a", "b");
        assertThat(twice.times()).isEqualTo(2);
        assertThat(twice.taken()).isEqualTo(7);
        assertThat(twice.hop()).isEqualTo(3);
        assertThat(twice.inside()).isEqualTo(1);
        assertThat(twice.tare()).isEqualTo(2);
        Leg hidden = leg(journey, graph, "a", "c");
        assertThat(hidden.critical()).isZero();
        assertThat(hidden.tare()).isZero();
        assertThat(hidden.taken()).isEqualTo(4.5);
        assertThat(leg(journey, graph, "a", "d").critical()).isEqualTo(1);
        assertThat(journey.stays()).filteredOn(stay -> stay.service() == 3).singleElement()
                .satisfies(stay -> assertThat(stay.answer()).isEqualTo(10.5));
    }

    @Test
    void manyRepeatsAndLoopsLoseNothing() {
        CallGraph graph = Graphs.of("in a 1", "a > b 40", "a > c 30 parallel", "c > c 0.4", "b > a 0.001");
        Times times = new Times(new double[]{ 1, 2, 3 }, new double[]{ 3, 9, 20 }, 0.1, Extra.always(1, 4),
                Extra.always(0.3, 2), Extra.NONE, Extra.NONE, Extra.NONE);
        for (Band band : Band.values()) {
            Journey journey = simulation(graph, 4096).journey(Graphs.oneEach(graph), times, 0, band);
            assertThat(journey.net() + journey.tare()).isCloseTo(journey.ms(), within(1e-9 * journey.ms()));
        }
    }

    @Test
    void allEntryPointsAreWeightedByTheirRates() {
        Simulation simulation = simulation(SHOP, 1 << 14);
        Times times = shopTimes();
        int[] units = Graphs.oneEach(SHOP);
        double shop = simulation.journey(units, times, Graphs.at(SHOP, "shop"), Band.ALL).ms();
        double jobs = simulation.journey(units, times, Graphs.at(SHOP, "jobs"), Band.ALL).ms();
        Journey all = simulation.journey(units, times, -1, Band.ALL);
        assertThat(all.ms()).isCloseTo((100 * shop + jobs) / 101, within(1e-9));
        assertThat(all.net() + all.tare()).isCloseTo(all.ms(), within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> simulation.journey(units, times, -1, Band.SLOW));
    }

    private static double times(Journey journey, String from, String to) {
        return leg(journey, SHOP, from, to).times();
    }

    private static Leg leg(Journey journey, CallGraph graph, String from, String to) {
        return journey.legs().stream().filter(leg -> {
            CallGraph.Call call = graph.calls().get(leg.call());
            return call.from() == Graphs.at(graph, from) && call.to() == Graphs.at(graph, to);
        }).findFirst().orElseThrow();
    }

    private static Times shopTimes() {
        int services = SHOP.services().size();
        double[] p50 = IntStream.range(0, services).mapToDouble(i -> 1 + i % 4).toArray();
        double[] p99 = Arrays.stream(p50).map(ms -> 6 * ms).toArray();
        return new Times(p50, p99, 0.001, Extra.always(0.5, 3), Extra.always(0.4, 1.5), Extra.NONE, Extra.NONE,
                Extra.sometimes(0.02, 100, 300));
    }

    private static Times times(CallGraph graph, Random random) {
        double[] p50 = random.doubles(graph.services().size(), 0, 5).toArray();
        double[] p99 = Arrays.stream(p50).map(ms -> ms * random.nextInt(1, 9)).toArray();
        return new Times(p50, p99, 0.01, Extra.always(0.5, 3), random.nextBoolean() ? Extra.NONE : Extra.always(0.4, 2),
                Extra.always(0.1, 0.1), Extra.NONE, random.nextBoolean() ? Extra.NONE : Extra.sometimes(0.05, 50, 90));
    }

    private static Simulation simulation(CallGraph graph, int draws) {
        Topology topology = new Topology(graph);
        return new Simulation(topology, Traffic.solve(topology, 1, 1), 7, draws);
    }

    private static CallGraph graph(Random random) {
        List<String> lines = new ArrayList<>(List.of("in s0 10", "s0", "s1", "s2", "s3", "s4", "s5", "in s3 2"));
        for (int i = 0; i < random.nextInt(14); i++) {
            int from = random.nextInt(6);
            int to = random.nextInt(6);
            String times = to <= from ? "0.02" : String.valueOf(random.nextInt(1, 80) / 4.0);
            lines.add(
                    "s" + from + " > s" + to + " " + times + List.of("", " parallel", " async").get(random.nextInt(3)));
        }
        CallGraph graph = Graphs.of(lines.toArray(String[]::new));
        try {
            Traffic.solve(new Topology(graph), 1, 1);
            return graph;
        } catch (AmplifyingCycle endless) {
            return graph(random);
        }
    }
}
