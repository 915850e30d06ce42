package dev.tare.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Service;
import org.junit.jupiter.api.Test;

class HopsTest {
    private static final String[] EXAMPLE = { "in a 10 30", "a > b 2", "b > c 0.5" };

    @Test
    void exampleOfTheDocumentation() {
        Hops oneEach = hops(new int[]{ 0, 1, 2 }, EXAMPLE);
        assertThat(oneEach.hopsPerRequest()).isEqualTo(3);
        assertThat(oneEach.depth()).isEqualTo(2);
        assertThat(oneEach.unitPairs()).isEqualTo(2);
        Hops merged = hops(new int[]{ 0, 1, 1 }, EXAMPLE);
        assertThat(merged.hopsPerRequest()).isEqualTo(2);
        assertThat(merged.depth()).isEqualTo(1);
        assertThat(merged.unitPairs()).isEqualTo(1);
    }

    @Test
    void ratesAreCountedAtBothEnds() {
        Hops hops = hops(new int[]{ 0, 1, 1 }, EXAMPLE);
        assertThat(hops.remoteCalls()).isEqualTo(1);
        assertThat(hops.remoteRate()).isEqualTo(20);
        assertThat(hops.remoteOut(0)).isEqualTo(20);
        assertThat(hops.remoteIn(1)).isEqualTo(20);
        assertThat(hops.remoteOut(1)).isZero();
        assertThat(hops.remoteIn(2)).isZero();
        assertThat(hops.peakRemoteOut(0)).isEqualTo(60);
        assertThat(hops.peakRemoteIn(1)).isEqualTo(60);
        assertThat(hops.unitIn(1)).isEqualTo(20);
        assertThat(hops.unitOut(0)).isEqualTo(20);
        assertThat(hops.unitIn(0)).isZero();
    }

    @Test
    void eachEntryPointHasItsOwnHops() {
        Hops hops = hops(new int[]{ 0, 1, 2 }, "in a 10", "in c 30", "a > b 2", "b > c 0.5");
        assertThat(hops.hopsFrom(0)).isEqualTo(3);
        assertThat(hops.hopsFrom(1)).isZero();
        assertThat(hops.hopsPerRequest()).isEqualTo(0.75);
    }

    @Test
    void onlyChainsThatWaitAreDeep() {
        assertThat(hops(new int[]{ 0, 1, 2, 3 }, "a > b", "b > c async", "c > d").depth()).isEqualTo(1);
        assertThat(hops(new int[]{ 0, 1, 2, 3 }, "a > b", "b > c parallel", "c > d").depth()).isEqualTo(3);
    }

    @Test
    void aLoopIsOneHopHoweverLong() {
        String[] lines = { "in x 1", "x > a", "a > b 0.5", "b > c 0.5", "c > a 0.5", "c > y" };
        assertThat(hops(new int[]{ 0, 1, 2, 3, 4 }, lines).depth()).isEqualTo(3);
        assertThat(hops(new int[]{ 0, 1, 1, 1, 4 }, lines).depth()).isEqualTo(2);
    }

    @Test
    void bytesGoBothWaysAndTakeTheDefaultWhereNothingIsStated() {
        List<Service> services = List.of(Service.named("a"), Service.named("b"));
        CallGraph graph = new CallGraph(services, List.of(new Call(0, 1, Mode.SEQUENTIAL, 2, 100, Double.NaN),
                new Call(0, 1, Mode.SEQUENTIAL, 1, Double.NaN, 7)), List.of(new Entry(0, 10, 10)), List.of());
        Topology topology = new Topology(graph);
        Hops hops = Hops.of(topology, Traffic.solve(topology, 1, 1), new int[]{ 0, 1 });
        assertThat(hops.wireBytesPerSecond(1000, 5000)).isEqualTo(20 * (100 + 5000) + 10 * (1000 + 7));
        assertThat(hops.unitPairs()).isEqualTo(1);
    }

    @Test
    void refusesAGroupingOfAnotherGraph() {
        assertThatIllegalArgumentException().isThrownBy(() -> hops(new int[2], EXAMPLE));
    }

    private static Hops hops(int[] units, String... lines) {
        Topology topology = new Topology(Graphs.of(lines));
        return Hops.of(topology, Traffic.solve(topology, 1, 1), units);
    }
}
