package dev.tare.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Percentiles;
import dev.tare.engine.graph.Graphs;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SimulationTest {
    private static final CallGraph SHOP = Graphs.of("in shop 100", "in jobs 1", "shop > ads 0.5 parallel",
            "shop > hints 0.7 parallel", "shop > goods 3", "shop > cart 1.2", "shop > post 0.4 parallel",
            "shop > money 5", "shop > order 0.1", "hints > goods", "order > pay", "order > post 2",
            "order > mail async",
            "order > money 3", "order > goods 2", "order > cart 2", "cart > store 1.5", "jobs > mail 2");

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/latency/hops.csv", useHeadersInDisplayName = true)
    void aChainOfHopsIsTheSumOfItsHops(int hops, double hop, double expected) {
        CallGraph chain = chain(hops);
        Latency latency = run(chain, Graphs.oneEach(chain),
                times(chain, DoubleStream.of(0), 0.0000015, Extra.always(hop, hop)));
        assertThat(latency.gross()).isEqualTo(new Percentiles(expected, expected, expected));
        assertThat(latency.net().p99()).isCloseTo(hops * 0.0000015, within(1e-8));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/latency/chain-of-lognormals.csv", useHeadersInDisplayName = true)
    void sumsOfLognormalHopsAgreeWithTheirConvolution(double percentile, double expected) {
        CallGraph chain = chain(10);
        Simulation simulation = simulation(chain, 1 << 22);
        Times times = times(chain, DoubleStream.of(0), 0, Extra.always(Math.E, Math.exp(1 + 0.8 * Normal.Z99)));
        double[] drawn = drawn(simulation, Graphs.oneEach(chain), times, 1, 0);
        assertThat(Sample.quantile(Sample.sorted(drawn), percentile)).isCloseTo(expected, within(0.005 * expected));
    }

    @Test
    void aShopTakesAsLongAsWhenEveryCallIsWalked() {
        Times times = shopTimes(Extra.sometimes(0.02, 100, 300));
        int[] units = Graphs.oneEach(SHOP);
        Percentiles gross = simulation(SHOP, 1 << 16).run(units, times).entries().getFirst().gross();
        double[] walked = new PlainDraws(SHOP, units, times).sorted(0, 200_000);
        assertThat(gross.p50()).isCloseTo(Sample.quantile(walked, 0.5), within(0.01 * gross.p50()));
        assertThat(gross.p90()).isCloseTo(Sample.quantile(walked, 0.9), within(0.01 * gross.p90()));
        assertThat(gross.p99()).isCloseTo(Sample.quantile(walked, 0.99), within(0.02 * gross.p99()));
    }

    @Test
    void netIsTheSameDrawsUnderEveryGroupingAndShape() {
        Latency apart = run(SHOP, Graphs.oneEach(SHOP), shopTimes(Extra.sometimes(0.02, 100, 300)));
        int[] pairs = IntStream.range(0, SHOP.services().size()).map(s -> s / 2).toArray();
        Latency paired = run(SHOP, pairs, shopTimes(Extra.NONE));
        Latency together = run(SHOP, Graphs.allInOne(SHOP), shopTimes(Extra.NONE));
        assertThat(paired.net()).isEqualTo(apart.net());
        assertThat(together.net()).isEqualTo(apart.net());
        assertThat(together.gross()).as("one process has no network line").isEqualTo(together.net());
        assertThat(together.parts().values()).containsOnly(0.0);
    }

    @Test
    void partsAddUpToTheTareExactly() {
        Latency latency = run(SHOP, Graphs.oneEach(SHOP), shopTimes(Extra.sometimes(0.02, 100, 300)));
        assertThat(latency.parts().keySet()).containsExactlyInAnyOrderElementsOf(Latency.ORDER);
        assertThat(sum(latency.parts().values())).isEqualTo(latency.gross().p99() - latency.net().p99());
        assertThat(latency.parts().get(Part.NETWORK)).isPositive();
        assertThat(latency.parts().get(Part.PLACEMENT)).isPositive();
        assertThat(latency.parts().get(Part.MONITORING)).isZero();
        latency.entries().forEach(entry -> {
            assertThat(sum(entry.parts().values())).isEqualTo(entry.gross().p99() - entry.net().p99());
            assertThat(entry.tareShare()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void theEstateIsItsEntryPointsWeightedByRate() {
        Latency latency = run(SHOP, Graphs.oneEach(SHOP), shopTimes(Extra.NONE));
        double shop = latency.entries().get(0).gross().p99();
        double jobs = latency.entries().get(1).gross().p99();
        assertThat(latency.gross().p99()).isCloseTo((100 * shop + jobs) / 101, within(1e-6));
    }

    @Test
    void everyMachineComputesTheseBytes() {
        Latency latency = run(SHOP, Graphs.oneEach(SHOP), shopTimes(Extra.sometimes(0.02, 100, 300)));
        double[] figures = latency.entries().stream().flatMapToDouble(e -> DoubleStream.of(e.net().p50(), e.net().p99(),
                e.gross().p50(), e.gross().p90(), e.gross().p99())).toArray();
        assertThat(Arrays.hashCode(figures)).isEqualTo(-839415822);
        assertThat(run(SHOP, Graphs.oneEach(SHOP), shopTimes(Extra.sometimes(0.02, 100, 300)))).isEqualTo(latency);
    }

    @Test
    void sequentialCallsAddAndParallelCallsTakeTheLongest() {
        assertThat(gross("a > b", "a > c", "b", "c").p99()).isEqualTo(3);
        assertThat(gross("a > b parallel", "a > c parallel").p99()).isEqualTo(2);
        assertThat(gross("a > b 3", "a > c 2 parallel").p99()).isEqualTo(5);
        assertThat(gross("a > b async").p99()).isEqualTo(1);
        assertThat(gross("a > b 0").p99()).isEqualTo(1);
    }

    @Test
    void theLongestOfTwoLikeTimesIsReadAtTheRootOfTheShare() {
        CallGraph graph = Graphs.of("a > b 2 parallel");
        Latency latency = run(graph, Graphs.allInOne(graph),
                new Times(new double[]{ 0, 10 }, new double[]{ 0, 40 }, 0, Extra.NONE, Extra.NONE, Extra.NONE,
                        Extra.NONE, Extra.NONE));
        double[] one = Sample.sorted(new Rows().of(new Lognormal(1, 10, 40), 1));
        assertThat(latency.gross().p50()).isCloseTo(Sample.quantile(one, Math.sqrt(0.5)), within(0.2));
        assertThat(latency.gross().p99()).isCloseTo(Sample.quantile(one, Math.sqrt(0.99)), within(1.5));
    }

    @Test
    void aFractionOfACallHappensInThatShareOfRequests() {
        CallGraph graph = Graphs.of("a > b 2.25");
        double[] answer = answer(graph, times(graph, DoubleStream.of(1), 0, Extra.NONE));
        assertThat(Sample.mean(answer)).isEqualTo(3.25);
        assertThat(Arrays.stream(answer).distinct()).containsExactlyInAnyOrder(3.0, 4.0);
    }

    @Test
    void manyRepeatsKeepMeanAndSpreadOfTheirSum() {
        CallGraph graph = Graphs.of("a > b 400");
        Times times = new Times(new double[]{ 0, 10 }, new double[]{ 0, 40 }, 0, Extra.NONE, Extra.NONE, Extra.NONE,
                Extra.NONE, Extra.NONE);
        double[] sum = answer(graph, times);
        double[] one = drawn(simulation(graph, 0), Graphs.allInOne(graph), times, 0, 1);
        double mean = Sample.mean(one);
        double spread = Math.sqrt(Arrays.stream(one).map(ms -> (ms - mean) * (ms - mean)).sum() / one.length);
        double sumMean = Sample.mean(sum);
        assertThat(sumMean).isCloseTo(400 * mean, within(0.01 * mean));
        assertThat(Math.sqrt(Arrays.stream(sum).map(ms -> (ms - sumMean) * (ms - sumMean)).sum() / sum.length))
                .isCloseTo(20 * spread, within(0.04 * 20 * spread));
    }

    @Test
    void theLongestOfManyRepeatsIsReadFarOut() {
        CallGraph graph = Graphs.of("a > b 100 parallel");
        Times times = new Times(new double[]{ 0, 10 }, new double[]{ 0, 40 }, 0, Extra.NONE, Extra.NONE, Extra.NONE,
                Extra.NONE, Extra.NONE);
        double median = 10 * Math.exp(Math.log(4) / Normal.Z99 * Normal.quantile(Math.pow(0.5, 0.01)));
        assertThat(run(graph, Graphs.allInOne(graph), times).gross().p50()).isCloseTo(median, within(0.03 * median));
    }

    @Test
    void aLoopIsFollowedAsOftenAsItsRequestsGoRound() {
        CallGraph graph = Graphs.of("in a 1", "a > a 0.5");
        Latency latency = run(graph, new int[1], times(graph, DoubleStream.of(1), 0, Extra.NONE));
        assertThat(latency.gross().p50()).as("half of the requests go no further").isBetween(1.0, 2.0);
        assertThat(latency.gross().p90()).as("one in sixteen goes round four times").isEqualTo(4);
        assertThat(latency.cutCalls()).isEqualTo(1);
        CallGraph ring = Graphs.of("in a 1", "a > b", "b > c", "c > a 0.25");
        assertThat(run(ring, new int[3], times(ring, DoubleStream.of(1), 0, Extra.NONE)).gross())
                .isEqualTo(new Percentiles(3, 6, 12));
    }

    @Test
    void placementDelaysTheOutsideRequestToo() {
        CallGraph graph = Graphs.of("a > b");
        Times times = new Times(new double[]{ 1, 1 }, new double[]{ 1, 1 }, 0, Extra.NONE, Extra.NONE, Extra.NONE,
                Extra.NONE, new Extra(1, new double[]{ 100, 30 }, new double[]{ 100, 30 }));
        assertThat(run(graph, new int[]{ 0, 1 }, times).gross().p99()).isEqualTo(132);
        assertThat(run(graph, new int[]{ 0, 0 }, times).parts().get(Part.PLACEMENT)).isEqualTo(100);
    }

    @Test
    void refusesAGroupingOfAnotherGraph() {
        Simulation simulation = simulation(SHOP, 1024);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.run(new int[2], times(SHOP, DoubleStream.of(1), 0, Extra.NONE)));
    }

    private static Percentiles gross(String... lines) {
        CallGraph graph = Graphs.of(lines);
        return run(graph, Graphs.allInOne(graph), times(graph, DoubleStream.of(1), 0, Extra.NONE)).gross();
    }

    private static double[] answer(CallGraph graph, Times times) {
        return drawn(simulation(graph, 0), Graphs.allInOne(graph), times, 0, 0);
    }

    /** Every request drawn at a service. */
    private static double[] drawn(Simulation simulation, int[] units, Times times, int level, int of) {
        double[] all = new double[simulation.blocks() * Orders.BLOCK];
        Stack stack = new Stack(times, simulation.rows());
        Room room = new Room(simulation.plan().slots(), stack.levels());
        Answers answers = new Answers(simulation, units, times, stack, 0);
        for (int block = 0; block < simulation.blocks(); block++) {
            answers.block(block, room, (service, at, rows, plain, same) -> {
                if (service == of) {
                    System.arraycopy(rows[level], 0, all, at * Orders.BLOCK, Orders.BLOCK);
                }
            });
        }
        return all;
    }

    private static Latency run(CallGraph graph, int[] units, Times times) {
        return simulation(graph, 0).run(units, times);
    }

    private static Simulation simulation(CallGraph graph, int draws) {
        Topology topology = new Topology(graph);
        return new Simulation(topology, Traffic.solve(topology, 1, 1), 0x7461_7265L, draws);
    }

    private static CallGraph chain(int hops) {
        return Graphs.of(IntStream.range(0, hops).mapToObj(i -> "s" + i + " > s" + (i + 1)).toArray(String[]::new));
    }

    /** The same exact work everywhere. */
    private static Times times(CallGraph graph, DoubleStream work, double inProcess, Extra network) {
        double[] everywhere = new double[graph.services().size()];
        Arrays.fill(everywhere, work.sum());
        return new Times(everywhere, everywhere, inProcess, network, Extra.NONE, Extra.NONE, Extra.NONE, Extra.NONE);
    }

    private static Times shopTimes(Extra placement) {
        int services = SHOP.services().size();
        double[] p50 = IntStream.range(0, services).mapToDouble(s -> 1 + s % 4).toArray();
        double[] p99 = IntStream.range(0, services).mapToDouble(s -> 3 + 2 * s).toArray();
        for (int s = 0; s < services; s++) {
            p99[s] = Math.max(p50[s], p99[s]);
        }
        return new Times(p50, p99, 0.0000015, Extra.always(0.3, 2), Extra.always(0.2, 1.5), Extra.always(0.05, 0.05),
                Extra.NONE, placement);
    }

    private static double sum(Iterable<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
