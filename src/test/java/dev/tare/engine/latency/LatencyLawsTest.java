package dev.tare.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for latency in every graph: exactly, because scenarios share their draws. */
class LatencyLawsTest {
    private static final int SERVICES = 7;

    @Property(tries = 100)
    void orderAndNamesChangeNothing(@ForAll Random random) {
        CallGraph graph = graph(random);
        List<Integer> place = new ArrayList<>(IntStream.range(0, SERVICES).boxed().toList());
        Collections.shuffle(place, random);
        Service[] services = new Service[SERVICES];
        IntStream.range(0, SERVICES).forEach(s -> services[place.get(s)] = named("other" + s, s));
        List<Call> calls = new ArrayList<>(graph.calls().stream().map(c -> new Call(place.get(c.from()),
                place.get(c.to()), c.mode(), c.perRequest(), c.requestBytes(), c.responseBytes())).toList());
        Collections.shuffle(calls, random);
        List<Entry> entries = graph.entries().stream()
                .map(e -> new Entry(place.get(e.service()), e.meanPerSecond(), e.peakPerSecond())).toList();
        int[] units = random.ints(SERVICES, 0, 3).toArray();
        int[] moved = new int[SERVICES];
        IntStream.range(0, SERVICES).forEach(s -> moved[place.get(s)] = units[s]);
        Latency other = run(new CallGraph(List.of(services), calls, entries, List.of()), moved, 1);
        Latency latency = run(graph, units, 1);
        assertThat(other.gross()).isEqualTo(latency.gross());
        assertThat(other.net()).isEqualTo(latency.net());
        assertThat(other.parts()).isEqualTo(latency.parts());
    }

    @Property(tries = 100)
    void splittingAUnitAndSlowerHopsMakeNothingFaster(@ForAll Random random) {
        CallGraph graph = graph(random);
        int[] units = random.ints(SERVICES, 0, 3).toArray();
        int[] split = Arrays.stream(units).map(u -> u == 0 && random.nextBoolean() ? 3 : u).toArray();
        Latency whole = run(graph, units, 1);
        noFaster(run(graph, split, 1), whole);
        noFaster(run(graph, units, 1.5), whole);
    }

    @Property(tries = 100)
    void netIsSharedAndPartsAddUp(@ForAll Random random) {
        CallGraph graph = graph(random);
        Latency latency = run(graph, random.ints(SERVICES, 0, 4).toArray(), 1);
        Latency together = run(graph, new int[SERVICES], 1);
        assertThat(latency.net()).isEqualTo(together.net());
        assertThat(together.gross()).isEqualTo(together.net());
        double sum = 0;
        for (double part : latency.parts().values()) {
            sum += part;
        }
        assertThat(sum).isEqualTo(latency.gross().p99() - latency.net().p99());
    }

    private static void noFaster(Latency slow, Latency fast) {
        assertThat(slow.gross().p50()).isGreaterThanOrEqualTo(fast.gross().p50() - 1e-9);
        assertThat(slow.gross().p90()).isGreaterThanOrEqualTo(fast.gross().p90() - 1e-9);
        assertThat(slow.gross().p99()).isGreaterThanOrEqualTo(fast.gross().p99() - 1e-9);
    }

    private static Latency run(CallGraph graph, int[] units, double slower) {
        Topology topology = new Topology(graph);
        double[] p50 = graph.services().stream().mapToDouble(Service::workP50).toArray();
        double[] p99 = graph.services().stream().mapToDouble(Service::workP99).toArray();
        Times times = new Times(p50, p99, 0.001, Extra.always(0.5 * slower, 4 * slower), Extra.always(0.2, 1),
                Extra.NONE, Extra.NONE, Extra.NONE);
        return new Simulation(topology, Traffic.solve(topology, 1, 1), 1, 1024).run(units, times);
    }

    /** Every service works differently, so that no two calls are the same and the order of calls is told apart. */
    private static CallGraph graph(Random random) {
        List<Service> services = IntStream.range(0, SERVICES).mapToObj(s -> named("s" + s, s)).toList();
        List<Call> calls = IntStream.range(0, random.nextInt(14)).mapToObj(i -> call(random)).toList();
        List<Entry> entries = List.of(new Entry(0, 10, 10), new Entry(random.nextInt(SERVICES), 3, 3));
        CallGraph graph = new CallGraph(services, calls, entries, List.of());
        return diesOut(graph) ? graph : graph(random);
    }

    private static boolean diesOut(CallGraph graph) {
        try {
            return Traffic.solve(new Topology(graph), 1, 1).entering() > 0;
        } catch (AmplifyingCycle endless) {
            return false;
        }
    }

    private static Call call(Random random) {
        int from = random.nextInt(SERVICES);
        int to = random.nextInt(SERVICES);
        double times = to <= from ? 0.02 : random.nextInt(1, 12) / 4.0;
        return new Call(from, to, Mode.values()[random.nextInt(3)], times, Double.NaN, Double.NaN);
    }

    private static Service named(String name, int s) {
        Service plain = Service.named(name);
        return new Service(name, "", 0, plain.replicas(), plain.cpuRequest(), plain.cpuUsed(), plain.memoryRequest(),
                plain.memoryUsed(), 1 + s, 3 + 4 * s, plain.imageCompressed(), plain.imageUnpacked(), List.of(),
                plain.payload(), plain.deploysPerMonth(), plain.logBytes(), plain.metricSeries(), plain.peakToMean(),
                plain.isolation(), false, List.of());
    }
}
