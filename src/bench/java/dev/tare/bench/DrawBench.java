package dev.tare.bench;

import java.util.concurrent.TimeUnit;

import dev.tare.catalogue.TestCatalogue;
import dev.tare.engine.Assumptions;
import dev.tare.engine.Drawn;
import dev.tare.engine.Draws;
import dev.tare.engine.Engine;
import dev.tare.engine.Service;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Every preset on 20,000 services and 200,000 calls under 1,000 draws of every assumption, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = { "-XX:+UseSerialGC", "-Xmx2500m" })
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class DrawBench {
    private static final int DRAWS = 1000;
    private static final int STEP = 7919;

    private final Assumptions assumptions = TestCatalogue.SHIPPED.assumptions();
    private Shop shop;
    private Engine engine;
    private Draws draws;
    private Draws likely;
    private int next;
    private int turn;

    @Setup
    public void open() {
        shop = new Shop(20_000);
        engine = new Engine(shop.graph, assumptions);
        draws = Draws.of(assumptions, DRAWS, 1);
        likely = Draws.at(new double[][]{ assumptions.likely() });
        engine.draw(shop.presets, likely);
    }

    /** The draws themselves. */
    @Benchmark
    public Draws draw() {
        return Draws.of(assumptions, DRAWS, 1);
    }

    /** All bills at one assumption vector again after one service asks for more and runs more often. */
    @Benchmark
    @Warmup(iterations = 200)
    @Measurement(iterations = 50)
    public Drawn edit() {
        int at = next = (next + STEP) % shop.graph.services().size();
        engine = engine.with(at, grown(shop.graph.services().get(at)));
        return engine.draw(shop.presets, likely);
    }

    private Service grown(Service s) {
        turn++;
        return new Service(s.name(), s.team(), s.runtime(), s.replicas() + turn, s.cpuRequest() * 2, s.cpuUsed(),
                s.memoryRequest(), s.memoryUsed(), s.workP50(), s.workP99(), s.imageCompressed(), s.imageUnpacked(),
                s.layers(), s.payload(), s.deploysPerMonth(), s.logBytes(), s.metricSeries(), s.peakToMean(),
                s.isolation(), s.pinned(), s.sidecars());
    }

    /** All bills under all draws. */
    @Benchmark
    public Drawn bills() {
        return engine.draw(shop.presets, draws);
    }
}
