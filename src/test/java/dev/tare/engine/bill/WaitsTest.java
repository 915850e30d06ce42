package dev.tare.engine.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.CallGraph;
import dev.tare.engine.graph.Graphs;
import dev.tare.engine.graph.Topology;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private static final double HOP = 1;

    private static Waits waits(double[] own, int[] units, String... lines) {
        CallGraph graph = Graphs.of(lines);
        return new Waits(new Topology(graph), new Columns(graph).modes, units, own, HOP);
    }

    @Test
    void aSequentialCallIsWaitedForWithItsHop() {
        Waits waits = waits(new double[]{ 10, 5 }, new int[]{ 0, 1 }, "a > b");
        assertThat(waits.time).containsExactly(16, 5);
        assertThat(waits.remote).containsExactly(6, 0);
    }

    @Test
    void ofParallelCallsTheLongestIsWaitedFor() {
        Waits waits = waits(new double[]{ 10, 5, 20 }, new int[]{ 0, 1, 2 }, "a > b 3 parallel", "a > c 1 parallel");
        assertThat(waits.time[0]).isEqualTo(10 + 21);
    }

    @Test
    void anAsynchronousCallIsNotWaitedFor() {
        assertThat(waits(new double[]{ 10, 5 }, new int[]{ 0, 1 }, "a > b 1 async").time[0]).isEqualTo(10);
    }

    @Test
    void aCallInsideAUnitIsWorkAndNotWaiting() {
        Waits waits = waits(new double[]{ 10, 5 }, new int[]{ 0, 0 }, "a > b 2");
        assertThat(waits.time[0]).isEqualTo(20);
        assertThat(waits.remote[0]).isZero();
    }

    @Test
    void aLoopSettles() {
        Waits waits = waits(new double[]{ 8, 0 }, new int[]{ 0, 0 }, "a > b 1", "b > a 0.5");
        assertThat(waits.time[0]).isCloseTo(16, within(1e-6));
    }
}
