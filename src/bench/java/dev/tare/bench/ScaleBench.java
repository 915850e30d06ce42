package dev.tare.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import dev.tare.engine.CallGraph;
import dev.tare.engine.Advice;
import dev.tare.engine.advice.Advisor;
import dev.tare.engine.advice.Pairs;
import dev.tare.engine.advice.Question;
import dev.tare.engine.advice.Rules;
import dev.tare.engine.advice.Sizing;
import dev.tare.engine.advice.Terms;
import dev.tare.engine.graph.Hops;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
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

/** Graph facts and merge advice on the estate of 18,571 services and 202,286 calls. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class ScaleBench {
    private CallGraph graph;
    private Topology topology;
    private Traffic traffic;
    private int[] oneEach;
    private Question question;

    @Setup
    public void layOut() {
        graph = ScaleEstate.published(7);
        topology = new Topology(graph);
        traffic = Traffic.solve(topology, 1, 1);
        oneEach = new int[topology.services()];
        Arrays.setAll(oneEach, i -> i);
        question = question();
    }

    @Benchmark
    public int layoutAndComponents() {
        return new Topology(graph).components();
    }

    @Benchmark
    public double trafficAndHops() {
        return Hops.of(topology, Traffic.solve(topology, 1, 1), oneEach).hopsPerRequest();
    }

    /** Search, bound and a path of 40 points, on terms. */
    @Benchmark
    public Advice advice() {
        return Advisor.advise(question);
    }

    private Question question() {
        int services = topology.services();
        int calls = topology.calls();
        int[] from = new int[calls];
        int[] to = new int[calls];
        double[] saved = new double[calls];
        for (int call = 0; call < calls; call++) {
            from[call] = topology.from(call);
            to[call] = topology.to(call);
            saved[call] = -traffic.callRate(call);
        }
        double[] memory = graph.services().stream().mapToDouble(s -> s.memoryRequest() / 1e9).toArray();
        double[] alone = new double[services];
        Arrays.fill(alone, 2);
        Terms.Load load = new Terms.Load(alone, new double[services],
                new SplittableRandom(1).doubles(services, 0, 2).toArray(), memory, new int[services]);
        Terms terms = new Terms(0, load, new Sizing(2, 4, 1, 0.1), Pairs.of(services, from, to, saved), 0);
        return Question.of(terms, Rules.of(Rules.Traits.of(graph, memory)).memoryAtMost(8)).effort(1, 40);
    }
}
