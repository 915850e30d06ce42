package dev.tare.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;

import dev.tare.engine.AmplifyingCycle;
import dev.tare.engine.CallGraph;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void exampleOfTheDocumentation() {
        assertThat(means("in a 10", "a > b 2", "b > c 0.5")).containsExactly(10, 20, 10);
    }

    @Test
    void aLoopThatDiesOutIsSolvedByHand() {
        // a = 10 + b/2, b = a
        assertThat(means("in a 10", "a > b 1", "b > a 0.5")).containsExactly(new double[]{ 20, 20 }, ROUNDING);
        // a = 1 + c/8, b = 2a, c = b: a = 4/3; d = c/4
        assertThat(means("in a 1", "a > b 2", "b > c 1", "c > a 0.125", "c > d 0.25"))
                .containsExactly(new double[]{ 4.0 / 3, 8.0 / 3, 8.0 / 3, 2.0 / 3 }, ROUNDING);
        // two loops through b: b = 1 + b/4 + b/4
        assertThat(means("in a 1", "a > b", "b > c 0.5", "c > b 0.5", "b > d 0.25", "d > b"))
                .containsExactly(new double[]{ 1, 2, 1, 0.5 }, ROUNDING);
        // a call to itself: a = 3 + a/4
        assertThat(means("in a 3", "a > a 0.25")).containsExactly(new double[]{ 4 }, ROUNDING);
    }

    @Test
    void aLoopThatMultipliesIsRefusedInTheOrderOfItsCalls() {
        assertThatExceptionOfType(AmplifyingCycle.class)
                .isThrownBy(() -> means("in a 1", "a > cart", "cart > stock", "stock > price 2", "price > cart 0.5"))
                .satisfies(e -> assertThat(e.services()).containsExactly("cart", "stock", "price"))
                .withMessageContaining("cart → stock → price → cart");
        assertThatExceptionOfType(AmplifyingCycle.class).isThrownBy(() -> means("a > b ?", "b > a ?"));
        assertThatExceptionOfType(AmplifyingCycle.class).isThrownBy(() -> means("in a 1", "a > a 1"))
                .satisfies(e -> assertThat(e.services()).containsExactly("a"));
        // no single loop multiplies, the two together do: 0.6 + 0.6
        assertThatExceptionOfType(AmplifyingCycle.class)
                .isThrownBy(() -> means("in a 1", "a > b 0.6", "b > a", "a > c 0.6", "c > a"));
    }

    @Test
    void largeLoopsAgreeWithSmallOnes() {
        int size = 40;
        Random random = new Random(5);
        Loop.Inside inside = new Loop.Inside(
                IntStream.range(0, 160).map(i -> i < size ? i : random.nextInt(size)).toArray(),
                IntStream.range(0, 160).map(i -> i < size ? (i + 1) % size : random.nextInt(size)).toArray(),
                random.doubles(160, 0, 0.45).toArray());
        double[] direct = random.doubles(size).toArray();
        double[] iterated = direct.clone();
        double[] directBack = direct.clone();
        double[] iteratedBack = direct.clone();
        there(DenseLoop.of(size, inside)).forward(direct);
        there(SparseLoop.of(size, inside)).forward(iterated);
        there(DenseLoop.of(size, inside)).backward(directBack);
        there(SparseLoop.of(size, inside)).backward(iteratedBack);
        assertThat(iterated).containsExactly(direct, ROUNDING);
        assertThat(iteratedBack).containsExactly(directBack, ROUNDING);
    }

    @Test
    void largeLoopsAreRefusedAsSmallOnesAre() {
        int size = 300;
        int[] from = IntStream.range(0, size).toArray();
        int[] to = IntStream.range(0, size).map(i -> (i + 1) % size).toArray();
        double[] once = IntStream.range(0, size).mapToDouble(i -> 1).toArray();
        assertThat(SparseLoop.of(size, new Loop.Inside(from, to, once))).isNull();
        assertThat(DenseLoop.of(size, new Loop.Inside(from, to, once))).isNull();
        once[7] = 0.5;
        double[] x = new double[size];
        x[0] = 1;
        there(Loop.of(size, new Loop.Inside(from, to, once))).forward(x);
        assertThat(x[7]).isCloseTo(2, ROUNDING);
        assertThat(x[8]).isCloseTo(1, ROUNDING);
    }

    @Test
    void entryPointsAreAssumedWhereNobodyCalls() {
        CallGraph graph = Graphs.of("a > b", "c > d", "d > c 0.5", "e");
        Traffic traffic = Traffic.solve(new Topology(graph), 5, 3);
        assertThat(traffic.assumedEntries()).isTrue();
        assertThat(traffic.entries()).extracting(e -> graph.services().get(e.service()).name())
                .containsExactly("a", "c", "e");
        assertThat(traffic.entering()).isEqualTo(15);
        assertThat(traffic.mean(3)).isCloseTo(10, ROUNDING);
        assertThat(traffic.peak(1)).isEqualTo(15);
    }

    @Test
    void registeredEntriesAreTakenAsTheyAre() {
        Traffic traffic = Traffic.solve(new Topology(Graphs.of("in b 10 25", "in c ?", "in a 4 1", "a > b")), 5, 3);
        assertThat(traffic.assumedEntries()).isFalse();
        assertThat(traffic.mean(0)).isEqualTo(14);
        assertThat(traffic.peak(0)).as("a peak below the mean is the mean").isEqualTo(29);
        assertThat(traffic.mean(1)).isEqualTo(5);
        assertThat(traffic.peak(1)).isEqualTo(15);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Traffic.solve(new Topology(Graphs.of("in a -1")), 1, 1));
    }

    @Test
    void flowsOfTheEntryPointsSumUp() {
        Topology topology = new Topology(Graphs.of("in a 10", "in b 2", "a > b 0.5", "b > c 3", "c > b 0.1"));
        Traffic traffic = Traffic.solve(topology, 1, 1);
        for (int s = 0; s < 3; s++) {
            assertThat(traffic.from(0)[s] + traffic.from(1)[s]).isCloseTo(traffic.mean(s), ROUNDING);
        }
        assertThat(traffic.callRate(1)).isCloseTo(3 * traffic.mean(1), ROUNDING);
    }

    private static double[] means(String... lines) {
        Topology topology = new Topology(Graphs.of(lines));
        Traffic traffic = Traffic.solve(topology, 1, 1);
        return IntStream.range(0, topology.services()).mapToDouble(traffic::mean).toArray();
    }

    private static Loop there(@Nullable Loop loop) {
        assertThat(loop).isNotNull();
        return java.util.Objects.requireNonNull(loop);
    }
}
