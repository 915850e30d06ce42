package dev.tare.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blast radius and outages. */
class FailureTest {
    @Test
    void exampleOfReach() {
        Reach reach = Reach.of(new Topology(Graphs.of("a > b", "b > c", "d > c async")));
        assertThat(IntStream.range(0, 4).map(reach::dependants)).containsExactly(0, 1, 2, 0);
    }

    @Test
    void everyServiceOfALoopDependsOnTheOthers() {
        Reach reach = Reach.of(new Topology(Graphs.of("x > a", "a > b", "b > a 0.1", "b > b 0.1", "b > y")));
        assertThat(IntStream.range(0, 4).map(reach::dependants)).containsExactly(0, 2, 2, 3);
    }

    /** More services than one block of bits holds, loops across its border. */
    @Test
    void reachIsWhatWalkingFindsInALargeGraph() {
        int services = 2500;
        Random random = new Random(3);
        List<Call> calls = IntStream.range(0, 3000).mapToObj(i -> new Call(random.nextInt(services),
                random.nextInt(services), Mode.values()[random.nextInt(3)], 0.01, 0, 0)).toList();
        CallGraph graph = new CallGraph(IntStream.range(0, services).mapToObj(i -> Service.named("s" + i)).toList(),
                calls, List.of(), List.of());
        Topology topology = new Topology(graph);
        Reach reach = Reach.of(topology);
        for (int service = 0; service < services; service += 7) {
            assertThat(reach.dependants(service)).isEqualTo(walk(topology, service));
        }
    }

    @Test
    void exampleOfOutages() {
        Outages outages = outages(new int[]{ 0, 1, 2 }, "in a 10", "in b 30", "a > c", "b > c 0.5");
        assertThat(outages.lost(2)).isEqualTo(0.625);
        assertThat(outages.lost(0)).isEqualTo(0.25);
        String[] chain = IntStream.range(0, 9).mapToObj(i -> "s" + i + " > s" + (i + 1)).toArray(String[]::new);
        double[] up = new double[10];
        Arrays.fill(up, 0.999);
        assertThat(outages(IntStream.range(0, 10).toArray(), chain).availability(up))
                .isCloseTo(Math.pow(0.999, 10), within(1e-12));
        assertThat(outages(new int[10], chain).availability(new double[]{ 0.999 })).isCloseTo(0.999, within(1e-12));
        assertThat(outages(new int[10], chain).lost(0)).isEqualTo(1);
    }

    @Test
    void repeatsAndLoopsAreChancesToFail() {
        int[] oneEach = { 0, 1, 2 };
        assertThat(outages(oneEach, "in a 1", "a > b 2", "b > c 0.5").lost(2)).isEqualTo(0.75);
        assertThat(outages(oneEach, "in a 1", "a > b async", "b > c").lost(2)).isZero();
        // t_a = t_b, t_b = 1 − (1 − 0.5)(1 − 0.2 t_a)
        assertThat(outages(oneEach, "in a 1", "a > b", "b > c 0.5", "b > a 0.2").lost(1)).isEqualTo(1);
        Outages loop = outages(new int[]{ 0, 0, 1 }, "in a 1", "a > b", "b > c 0.5", "b > a 0.2");
        assertThat(loop.lost(1)).isCloseTo(0.5 / 0.9, within(1e-9));
    }

    private static Outages outages(int[] units, String... lines) {
        Topology topology = new Topology(Graphs.of(lines));
        return new Outages(topology, Traffic.solve(topology, 1, 1), units);
    }

    private static int walk(Topology topology, int service) {
        boolean[] seen = new boolean[topology.services()];
        int[] queue = new int[topology.services()];
        queue[0] = service;
        seen[service] = true;
        int count = 1;
        for (int next = 0; next < count; next++) {
            for (int i = 0; i < topology.fanIn(queue[next]); i++) {
                int call = topology.in(queue[next], i);
                if (topology.waits(call) && !seen[topology.from(call)]) {
                    seen[topology.from(call)] = true;
                    queue[count++] = topology.from(call);
                }
            }
        }
        return count - 1;
    }
}
