package dev.tare.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.tare.engine.CallGraph;
import dev.tare.engine.Percentiles;
import dev.tare.engine.graph.Graphs;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import dev.tare.engine.scale.ScaleEstate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvolutionTest {
    private static final double Z99 = Normal.Z99;

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/latency/sums-of-ten.csv", useHeadersInDisplayName = true)
    void sumsOfTenAreTheirConvolution(double mu, double sigma, double share, double expected) {
        CallGraph chain = chain(10);
        Extra hop = Extra.always(Math.exp(mu), Math.exp(mu + sigma * Z99));
        Convolution.Told told = told(chain, new double[11], new double[11], hop, 0);
        assertThat(told.at(share)).isCloseTo(expected, within(0.001 * expected));
    }

    @Test
    void theLongestOfLikeTimesIsReadAtTheRootOfTheShare() {
        CallGraph graph = Graphs.of("in a 1", "a > b 7 parallel");
        Convolution.Told told = told(graph, new double[]{ 0, 10 }, new double[]{ 0, 40 }, Extra.NONE, 0);
        double sigma = Math.log(4) / Z99;
        for (double share : new double[]{ 0.5, 0.9, 0.99, 0.999 }) {
            double exact = 10 * Math.exp(sigma * Normal.quantile(Math.pow(share, 1.0 / 7)));
            assertThat(told.at(share)).isCloseTo(exact, within(0.001 * exact));
        }
    }

    @Test
    void aCallInAShareOfRequestsCountsInThatShare() {
        CallGraph graph = Graphs.of("in a 1", "a > b 2.25");
        Convolution.Told told = told(graph, new double[]{ 1, 1 }, new double[]{ 1, 1 }, Extra.NONE, 0);
        assertThat(told.at(0.7)).isCloseTo(3, within(0.004));
        assertThat(told.at(0.8)).isCloseTo(4, within(0.004));
    }

    @Test
    void loopsAreCutWhereDrawsCutThem() {
        CallGraph graph = Graphs.of("in a 1", "a > a 0.5");
        assertThat(told(graph, new double[]{ 1 }, new double[]{ 1 }, Extra.NONE, 0).at(0.9)).isCloseTo(4,
                within(0.02));
    }

    @Test
    void drawsComeNearToIt() {
        CallGraph graph = Graphs.of("in shop 100", "shop > ads 0.5 parallel", "shop > hints 0.7 parallel",
                "shop > goods 3", "shop > cart 1.2", "hints > goods", "cart > store 1.5", "goods > store 2 parallel");
        int services = graph.services().size();
        double[] p50 = IntStream.range(0, services).mapToDouble(s -> 1 + s % 4).toArray();
        double[] p99 = IntStream.range(0, services).mapToDouble(s -> 5 + 3 * s).toArray();
        Times times = new Times(p50, p99, 0.001, Extra.always(0.3, 2), Extra.always(0.2, 1.5), Extra.always(0.1, 0.1),
                Extra.NONE, Extra.sometimes(0.02, 100, 300));
        Topology topology = new Topology(graph);
        Simulation simulation = new Simulation(topology, Traffic.solve(topology, 1, 1));
        Percentiles drawn = simulation.run(Graphs.oneEach(graph), times).gross();
        Percentiles exact = new Convolution(simulation.plan(), Graphs.oneEach(graph), times).of(0);
        assertThat(drawn.p50()).isCloseTo(exact.p50(), within(0.005 * exact.p50()));
        assertThat(drawn.p90()).isCloseTo(exact.p90(), within(0.01 * exact.p90()));
        assertThat(drawn.p99()).isCloseTo(exact.p99(), within(0.01 * exact.p99()));
    }

    @ParameterizedTest
    @ValueSource(longs = { 7, 8, 9 })
    void theUsualDrawsErrByAsMuchAsTheySay(long seed) {
        CallGraph graph = ScaleEstate.of(60, 180, seed);
        int services = graph.services().size();
        double[] p50 = IntStream.range(0, services).mapToDouble(s -> 1 + s % 20).toArray();
        double[] p99 = IntStream.range(0, services).mapToDouble(s -> (1 + s % 20) * (2 + s % 6)).toArray();
        Times times = new Times(p50, p99, 0.001, Extra.always(0.3, 2), Extra.always(0.2, 1), Extra.NONE, Extra.NONE,
                Extra.NONE);
        Topology topology = new Topology(graph);
        Simulation simulation = new Simulation(topology, Traffic.solve(topology, 10, 2));
        Latency drawn = simulation.run(Graphs.oneEach(graph), times);
        Percentiles exact = simulation.convolved(Graphs.oneEach(graph), times).orElseThrow();
        assertThat(drawn.p99Error()).isLessThan(0.01 * drawn.gross().p99());
        assertThat(drawn.gross().p99()).isCloseTo(exact.p99(), within(0.01 * exact.p99()));
        assertThat(drawn.gross().p99()).isCloseTo(exact.p99(), within(3 * drawn.p99Error()));
    }

    @Test
    void aChainOfLikeHopsErrsByLessThanAPercent() {
        CallGraph chain = chain(10);
        Topology topology = new Topology(chain);
        Times times = new Times(new double[11], new double[11], 0, Extra.always(Math.E, Math.exp(1 + 0.8 * Z99)),
                Extra.NONE, Extra.NONE, Extra.NONE, Extra.NONE);
        Latency drawn = new Simulation(topology, Traffic.solve(topology, 1, 1)).run(Graphs.oneEach(chain), times);
        assertThat(drawn.p99Error()).isLessThan(0.01 * 72.12);
        assertThat(drawn.gross().p99()).isCloseTo(72.12, within(0.01 * 72.12));
    }

    @Test
    void transformsOfAnImpulseAreFlatAndBack() {
        Fourier fourier = new Fourier(8);
        double[] re = { 0, 1, 0, 0, 0, 0, 0, 0 };
        double[] im = new double[8];
        fourier.forward(re, im);
        for (int i = 0; i < 8; i++) {
            assertThat(re[i] * re[i] + im[i] * im[i]).isCloseTo(1, within(1e-15));
        }
        assertThat(fourier.real(Arrays.copyOf(re, 5), Arrays.copyOf(im, 5))[1]).isCloseTo(1, within(1e-15));
    }

    private static Convolution.Told told(CallGraph graph, double[] p50, double[] p99, Extra hop, int service) {
        Topology topology = new Topology(graph);
        Simulation simulation = new Simulation(topology, Traffic.solve(topology, 1, 1));
        Times times = new Times(p50, p99, 0, hop, Extra.NONE, Extra.NONE, Extra.NONE, Extra.NONE);
        int[] units = hop == Extra.NONE ? Graphs.allInOne(graph) : Graphs.oneEach(graph);
        return new Convolution(simulation.plan(), units, times).told(service);
    }

    private static CallGraph chain(int hops) {
        return Graphs.of(IntStream.range(0, hops).mapToObj(i -> "s" + i + " > s" + (i + 1)).toArray(String[]::new));
    }
}
