package dev.tare.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.tare.engine.AmplifyingCycle;
import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Service;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** What holds for traffic and hops in every graph. */
class FlowLawsTest {
    private static final int SERVICES = 8;

    @Property(tries = 300)
    void trafficIsLinearInWhatComesIn(@ForAll("graphs") CallGraph graph,
            @ForAll @DoubleRange(min = 0, max = 50) double by) {
        List<Entry> more = graph.entries().stream()
                .map(e -> new Entry(e.service(), e.meanPerSecond() * by, e.peakPerSecond() * by)).toList();
        double[] once = means(graph);
        double[] scaled = means(new CallGraph(graph.services(), graph.calls(), more, List.of()));
        for (int s = 0; s < once.length; s++) {
            assertThat(scaled[s]).isCloseTo(by * once[s], near(by * once[s]));
        }
    }

    @Property(tries = 300)
    void trafficObeysItsEquation(@ForAll("graphs") CallGraph graph) {
        double[] mean = means(graph);
        double[] in = new double[SERVICES];
        graph.entries().forEach(e -> in[e.service()] += e.meanPerSecond());
        graph.calls().forEach(c -> in[c.to()] += mean[c.from()] * c.perRequest());
        for (int s = 0; s < SERVICES; s++) {
            assertThat(mean[s]).isCloseTo(in[s], near(in[s]));
        }
    }

    @Property(tries = 300)
    void orderAndNamesChangeNothing(@ForAll("graphs") CallGraph graph, @ForAll Random random) {
        List<Integer> place = new ArrayList<>(IntStream.range(0, SERVICES).boxed().toList());
        Collections.shuffle(place, random);
        CallGraph other = moved(graph, place, random);
        int[] units = IntStream.range(0, SERVICES).map(s -> s % 3).toArray();
        int[] otherUnits = new int[SERVICES];
        for (int s = 0; s < SERVICES; s++) {
            otherUnits[place.get(s)] = units[s];
        }
        double[] mean = means(graph);
        double[] otherMean = means(other);
        for (int s = 0; s < SERVICES; s++) {
            assertThat(otherMean[place.get(s)]).isCloseTo(mean[s], near(mean[s]));
        }
        Hops hops = hops(graph, units);
        Hops otherHops = hops(other, otherUnits);
        assertThat(otherHops.hopsPerRequest()).isCloseTo(hops.hopsPerRequest(), near(hops.hopsPerRequest()));
        assertThat(otherHops.depth()).isEqualTo(hops.depth());
        assertThat(otherHops.unitPairs()).isEqualTo(hops.unitPairs());
    }

    @Property(tries = 300)
    void anotherCallLowersNoTraffic(@ForAll("graphs") CallGraph graph, @ForAll("calls") Call call) {
        List<Call> calls = new ArrayList<>(graph.calls());
        calls.add(call);
        double[] before = means(graph);
        try {
            double[] after = means(new CallGraph(graph.services(), calls, graph.entries(), List.of()));
            for (int s = 0; s < SERVICES; s++) {
                assertThat(after[s]).isGreaterThanOrEqualTo(before[s] * (1 - 1e-9));
            }
        } catch (AmplifyingCycle endless) {
            assertThat(endless.services()).isNotEmpty();
        }
    }

    @Property(tries = 300)
    void splittingAUnitLowersNoHops(@ForAll("graphs") CallGraph graph, @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 4) int count) {
        int[] units = random.ints(SERVICES, 0, count).toArray();
        int[] split = Arrays.stream(units).map(u -> u == 0 && random.nextBoolean() ? count : u).toArray();
        Hops whole = hops(graph, units);
        Hops parts = hops(graph, split);
        assertThat(parts.hopsPerRequest()).isGreaterThanOrEqualTo(whole.hopsPerRequest() * (1 - 1e-9));
        assertThat(parts.depth()).isGreaterThanOrEqualTo(whole.depth());
        assertThat(parts.remoteCalls()).isGreaterThanOrEqualTo(whole.remoteCalls());
    }

    @Property(tries = 100)
    void allInOneHasNoHops(@ForAll("graphs") CallGraph graph) {
        Hops hops = hops(graph, new int[SERVICES]);
        assertThat(hops.hopsPerRequest()).isZero();
        assertThat(hops.depth()).isZero();
        assertThat(hops.unitPairs()).isZero();
        assertThat(hops.wireBytesPerSecond(1000, 1000)).isZero();
    }

    @Property(tries = 300)
    void hopsCountedFromAboveAndFromBelowAgree(@ForAll("graphs") CallGraph graph) {
        Hops hops = hops(graph, Graphs.oneEach(graph));
        double entering = graph.entries().stream().mapToDouble(Entry::meanPerSecond).sum();
        assertThat(hops.hopsPerRequest()).isCloseTo(hops.remoteRate() / entering, near(hops.hopsPerRequest()));
    }

    @Property(tries = 300)
    void componentsAreTheServicesThatReachEachOther(@ForAll("graphs") CallGraph graph) {
        boolean[][] reaches = reaches(graph);
        Topology topology = new Topology(graph);
        for (int a = 0; a < SERVICES; a++) {
            for (int b = 0; b < SERVICES; b++) {
                assertThat(topology.component(a) == topology.component(b)).isEqualTo(reaches[a][b] && reaches[b][a]);
                assertThat(reaches[a][b] && topology.component(a) > topology.component(b)).isFalse();
            }
        }
    }

    @Provide
    Arbitrary<Call> calls() {
        Arbitrary<Integer> service = Arbitraries.integers().between(0, SERVICES - 1);
        return Combinators.combine(service, service, Arbitraries.of(Mode.values()),
                Arbitraries.doubles().between(0, 3).ofScale(3)).as(FlowLawsTest::call);
    }

    @Provide
    Arbitrary<CallGraph> graphs() {
        Arbitrary<Entry> entry = Combinators.combine(Arbitraries.integers().between(0, SERVICES - 1),
                Arbitraries.doubles().between(0.1, 100).ofScale(2)).as((s, rate) -> new Entry(s, rate, 2 * rate));
        List<Service> services = IntStream.range(0, SERVICES).mapToObj(i -> Service.named("s" + i)).toList();
        return Combinators.combine(calls().list().ofMaxSize(20), entry.list().ofMinSize(1).ofMaxSize(3))
                .as((calls, entries) -> new CallGraph(services, calls, entries, List.of()))
                .filter(FlowLawsTest::diesOut);
    }

    /** Calls back up the list are rare, so that most graphs with loops have traffic that ends. */
    private static Call call(int from, int to, Mode mode, double times) {
        return new Call(from, to, mode, to <= from ? times / 30 : times, Double.NaN, Double.NaN);
    }

    private static boolean diesOut(CallGraph graph) {
        try {
            return means(graph).length == SERVICES;
        } catch (AmplifyingCycle endless) {
            return false;
        }
    }

    private static CallGraph moved(CallGraph graph, List<Integer> place, Random random) {
        Service[] services = new Service[SERVICES];
        place.forEach(p -> services[p] = Service.named("other" + p));
        List<Call> calls = new ArrayList<>(graph.calls().stream().map(c -> new Call(place.get(c.from()),
                place.get(c.to()), c.mode(), c.perRequest(), c.requestBytes(), c.responseBytes())).toList());
        Collections.shuffle(calls, random);
        List<Entry> entries = graph.entries().stream()
                .map(e -> new Entry(place.get(e.service()), e.meanPerSecond(), e.peakPerSecond())).toList();
        return new CallGraph(List.of(services), calls, entries, List.of());
    }

    private static boolean[][] reaches(CallGraph graph) {
        boolean[][] reaches = new boolean[SERVICES][SERVICES];
        IntStream.range(0, SERVICES).forEach(s -> reaches[s][s] = true);
        graph.calls().forEach(c -> reaches[c.from()][c.to()] = true);
        for (int k = 0; k < SERVICES; k++) {
            for (int a = 0; a < SERVICES; a++) {
                for (int b = 0; b < SERVICES; b++) {
                    reaches[a][b] |= reaches[a][k] && reaches[k][b];
                }
            }
        }
        return reaches;
    }

    private static Hops hops(CallGraph graph, int[] units) {
        Topology topology = new Topology(graph);
        return Hops.of(topology, Traffic.solve(topology, 1, 1), units);
    }

    private static double[] means(CallGraph graph) {
        Traffic traffic = Traffic.solve(new Topology(graph), 1, 1);
        return IntStream.range(0, SERVICES).mapToDouble(traffic::mean).toArray();
    }

    private static Offset<Double> near(double expected) {
        return within(1e-9 * (1 + Math.abs(expected)));
    }
}
