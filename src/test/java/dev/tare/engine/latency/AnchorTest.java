package dev.tare.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.graph.Graphs;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import org.junit.jupiter.api.Test;

class AnchorTest {
    private static final CallGraph GRAPH = Graphs.of("in a 1", "a > b", "a > c 2 parallel", "b > d 0.5", "c > d");
    private static final Topology TOPOLOGY = new Topology(GRAPH);
    private final Simulation simulation = new Simulation(TOPOLOGY, Traffic.solve(TOPOLOGY, 1, 1));

    @Test
    void atTheAnchorItIsWhatAllRequestsGive() {
        Latency all = simulation.run(Graphs.oneEach(GRAPH), times(1));
        Latency few = simulation.few(Graphs.oneEach(GRAPH), times(1));
        assertThat(few.draws()).isLessThan(all.draws());
        assertThat(few.gross()).isNotEqualTo(all.gross());
        assertThat(new Anchor(all, few).right(few)).isEqualTo(all);
    }

    @Test
    void nearTheAnchorItIsFarNearerThanTheFew() {
        double offFew = 0;
        double offRight = 0;
        for (int seed = 0; seed < 20; seed++) {
            Simulation other = new Simulation(TOPOLOGY, Traffic.solve(TOPOLOGY, 1, 1), seed, 32 * Orders.BLOCK);
            Anchor anchor = new Anchor(other.run(Graphs.oneEach(GRAPH), times(2)),
                    other.few(Graphs.oneEach(GRAPH), times(2)));
            double all = other.run(Graphs.oneEach(GRAPH), times(2.1)).gross().p99();
            Latency few = other.few(Graphs.oneEach(GRAPH), times(2.1));
            offFew += Math.abs(few.gross().p99() - all);
            offRight += Math.abs(anchor.right(few).gross().p99() - all);
        }
        assertThat(offRight).isLessThan(offFew / 2);
    }

    @Test
    void partsStillAddUpExactly() {
        Anchor anchor = new Anchor(simulation.run(Graphs.oneEach(GRAPH), times(1)),
                simulation.few(Graphs.oneEach(GRAPH), times(1)));
        Latency right = anchor.right(simulation.few(Graphs.oneEach(GRAPH), times(4)));
        assertThat(right.net().p99() + right.parts().values().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(right.gross().p99());
        assertThat(right.parts().get(Part.MESH)).isPositive();
    }

    private static Times times(double slower) {
        double[] p50 = { 2, 5, 3, 4 };
        double[] p99 = { 9, 12, 20, 30 };
        return new Times(p50, p99, 0.001, Extra.always(0.5 * slower, 6 * slower), Extra.always(0.2, 1.5), Extra.NONE,
                Extra.NONE, Extra.NONE);
    }
}
