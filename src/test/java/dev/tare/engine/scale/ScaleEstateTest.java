package dev.tare.engine.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.function.IntUnaryOperator;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import dev.tare.engine.CallGraph;
import dev.tare.engine.graph.Hops;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;

/** Published case V24: Meta's microservice topology (ATC 2023); p50 and p90 ±1, tail within 2×, depth 9 to 19. */
class ScaleEstateTest {
    private static final CallGraph GRAPH = ScaleEstate.published(7);
    private final Topology topology = new Topology(GRAPH);

    @Test
    void hasThePublishedSize() {
        assertThat(GRAPH.services()).hasSize(18_571);
        assertThat(GRAPH.calls()).hasSize(202_286);
        assertThat(new HashSet<>(GRAPH.calls().stream().map(c -> c.from() * 20_000L + c.to()).toList()))
                .hasSize(202_286);
    }

    @Test
    void fansOutAsPublished() {
        follows(sorted(topology::fanOut), 4, 13, 93, 5865, 0.06);
    }

    @Test
    void fansInAsPublished() {
        follows(sorted(topology::fanIn), 2, 12, 70, 14_084, 0.27);
    }

    @Test
    void runsAsManyInstancesAsPublished() {
        int[] instances = sorted(i -> (int) GRAPH.services().get(i).replicas());
        assertThat(at(instances, 0.5)).isCloseTo(34, Offset.offset(1));
        assertThat(at(instances, 0.9)).isCloseTo(186, Offset.offset(2));
        assertThat(at(instances, 0.99)).isBetween(9220 / 2, 9220 * 2);
    }

    @Test
    void isAsDeepAsPublished() {
        int[] oneEach = new int[GRAPH.services().size()];
        Arrays.setAll(oneEach, i -> i);
        assertThat(Hops.of(topology, Traffic.solve(topology, 1, 1), oneEach).depth()).isBetween(9, 19);
    }

    @Test
    void keepsNineTenthsOfTheTrafficInsideTeams() {
        Traffic traffic = Traffic.solve(topology, 1, 1);
        double inside = 0;
        double all = 0;
        for (int call = 0; call < topology.calls(); call++) {
            String from = GRAPH.services().get(topology.from(call)).team();
            String to = GRAPH.services().get(topology.to(call)).team();
            all += traffic.callRate(call);
            inside += from.equals(to) ? traffic.callRate(call) : 0;
        }
        assertThat(inside / all).isBetween(0.85, 0.95);
    }

    @Test
    void hasSomeLoopsAndNoneThatAmplifies() {
        assertThat(topology.loops()).isBetween(1, 4000);
    }

    @Test
    void sameSeedSameEstate() {
        assertThat(ScaleEstate.of(500, 5000, 3)).isEqualTo(ScaleEstate.of(500, 5000, 3))
                .isNotEqualTo(ScaleEstate.of(500, 5000, 4));
    }

    private static void follows(int[] degree, int p50, int p90, int p99, int most, double none) {
        assertThat(at(degree, 0.5)).isCloseTo(p50, Offset.offset(1));
        assertThat(at(degree, 0.9)).isCloseTo(p90, Offset.offset(1));
        assertThat(at(degree, 0.99)).isBetween(p99 / 2, p99 * 2);
        assertThat(degree[degree.length - 1]).isBetween(most / 2, most * 2);
        assertThat(Arrays.stream(degree).filter(d -> d == 0).count() / (double) degree.length)
                .isCloseTo(none, Offset.offset(0.02));
    }

    private static int at(int[] ascending, double share) {
        return ascending[(int) (share * ascending.length)];
    }

    private static int[] sorted(IntUnaryOperator of) {
        int[] values = new int[GRAPH.services().size()];
        Arrays.setAll(values, of::applyAsInt);
        Arrays.sort(values);
        return values;
    }
}
