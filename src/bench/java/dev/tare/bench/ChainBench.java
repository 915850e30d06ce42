package dev.tare.bench;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import dev.tare.engine.latency.ChainDraws;
import dev.tare.engine.latency.Latency;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import umontreal.ssj.randvar.LognormalGen;
import umontreal.ssj.rng.MRG32k3a;

/**
 * 65,536 requests through ten lognormal hops (µ 1, σ 0.8), by tare and by its peers. tare's time holds the way through
 * the graph and the percentiles; the peers add up their draws and stop there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ChainBench {
    static final int REQUESTS = 1 << 16;
    private static final double MU = 1;
    private static final double SIGMA = 0.8;

    private final ChainDraws chain = ChainDraws.lognormal(MU, SIGMA);
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final LognormalGen ssj = new LognormalGen(new MRG32k3a(), MU, SIGMA);
    private final double[] sums = new double[REQUESTS];

    @Benchmark
    public Latency simulation() {
        return chain.run();
    }

    @Benchmark
    public double[] idiomatic() {
        for (int i = 0; i < REQUESTS; i++) {
            double sum = 0;
            for (int hop = 0; hop < ChainDraws.HOPS; hop++) {
                sum += Math.exp(MU + SIGMA * random.nextGaussian());
            }
            sums[i] = sum;
        }
        return sums;
    }

    @Benchmark
    public double[] ssj() {
        for (int i = 0; i < REQUESTS; i++) {
            double sum = 0;
            for (int hop = 0; hop < ChainDraws.HOPS; hop++) {
                sum += ssj.nextDouble();
            }
            sums[i] = sum;
        }
        return sums;
    }

    /** The rows alone: no graph, no levels, no percentiles. */
    @Benchmark
    public double[] rows() {
        return chain.rowsAlone(REQUESTS);
    }

    /** The answer without drawing, at p99.9. */
    @Benchmark
    public double convolution() {
        return chain.convolved(0.999);
    }
}
