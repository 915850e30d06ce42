package dev.tare.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.ReadCatalogue;
import dev.tare.engine.Assumptions;
import dev.tare.engine.Bill;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Engine;
import dev.tare.engine.Param;
import dev.tare.engine.Percentiles;
import dev.tare.engine.Scenario;
import dev.tare.engine.scale.ScaleEstate;
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

/**
 * What a page needs of the engine when a reader changes one assumption: an estate of 200 services, ten shapes, the own work of
 * services that state none another one each time, so that no time of the answer is known.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class PageBench {
    private static final List<String> SHAPES = List.of("vm-systemd", "compose", "nomad", "k3s", "kubernetes", "eks",
            "eks-linkerd", "eks-istio-sidecar", "eks-istio-ambient", "lambda-zip");

    private Catalogue catalogue;
    private Engine engine;
    private List<Scenario> scenarios;
    private int work;
    private double changed = 1;

    @Setup
    public void layOut() {
        catalogue = ReadCatalogue.onClasspath();
        CallGraph made = ScaleEstate.of(200, 2178, 7);
        CallGraph graph = new CallGraph(made.services(), made.calls(), made.entries(), catalogue.software().runtimes());
        engine = new Engine(graph, catalogue.assumptions());
        int[] each = new int[graph.services().size()];
        Arrays.setAll(each, i -> i);
        scenarios = SHAPES.stream().map(id -> scenario(id, each)).toList();
        work = scenarios.get(4).shape().slot(Param.DEFAULT_WORK_P50);
    }

    /** Ten bills with their ranges and times. */
    @Benchmark
    public List<Bill> tenShapesAnew() {
        Assumptions others = other();
        return scenarios.stream().map(scenario -> engine.weigh(scenario, others)).toList();
    }

    /** Times under one shape at one set of assumption values. */
    @Benchmark
    public Percentiles timesOnce() {
        return engine.latency(scenarios.get(7), other().likely());
    }

    private Assumptions other() {
        changed += 1e-6;
        String key = catalogue.assumptions().key(work);
        return catalogue.assumptions().with(Map.of(key, catalogue.assumptions().likely()[work] * changed));
    }

    private Scenario scenario(String id, int[] units) {
        Map<String, String> axes = new HashMap<>(catalogue.preset(id).axes());
        axes.put("grouping", "one-each");
        return new Scenario(id, catalogue.shape(axes), units, false);
    }
}
