package dev.tare.bench;

import java.util.concurrent.TimeUnit;

import dev.tare.catalogue.TestCatalogue;
import dev.tare.engine.Assumptions;
import dev.tare.engine.Drawn;
import dev.tare.engine.Draws;
import dev.tare.engine.Engine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Every preset on estates of 1,000 to 100,000 services and ten times as many calls, time apart, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = { "-XX:+UseSerialGC", "-Xmx2500m" })
@Warmup(iterations = 8)
@Measurement(iterations = 5)
public class BillBench {
    private static final Assumptions ASSUMPTIONS = TestCatalogue.SHIPPED.assumptions();
    private static final Draws LIKELY = Draws.at(new double[][]{ ASSUMPTIONS.likely() });

    /** How large the estate is. */
    @Param({ "1000", "10000", "20000", "100000" })
    public int services;

    private Shop shop;
    private Engine fresh;

    @Setup
    public void open() {
        shop = new Shop(services);
    }

    @Setup(Level.Invocation)
    public void layOut() {
        fresh = new Engine(shop.graph, ASSUMPTIONS);
    }

    /** The graph laid out and its traffic solved. */
    @Benchmark
    public Engine engine() {
        return new Engine(shop.graph, ASSUMPTIONS);
    }

    /** All bills at one assumption vector, from a fresh engine: money, vCPU, memory, bytes. */
    @Benchmark
    public Drawn bills() {
        return fresh.draw(shop.presets, LIKELY);
    }
}
