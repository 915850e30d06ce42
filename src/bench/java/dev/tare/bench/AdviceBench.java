package dev.tare.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import dev.tare.engine.Advice;
import dev.tare.engine.advice.Advisor;
import dev.tare.engine.advice.Pairs;
import dev.tare.engine.advice.Question;
import dev.tare.engine.advice.Rules;
import dev.tare.engine.advice.Sizing;
import dev.tare.engine.advice.Terms;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same merging problem given to the advisor and to plain CP-SAT in the same process: remote calls cost, units cost, a
 * process has a memory limit. The run fails unless both answer the same where CP-SAT proves its answer, and the
 * advisor's is no worse where the time runs out.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
public class AdviceBench {
    private static final int CALLS_PER_SERVICE = 3;
    private static final int UNIT = 4_000;
    private static final int LIMIT = 6_000;
    private static final double SECONDS = 20;

    @Param({ "20", "40", "60" })
    public int services;

    private int[] from;
    private int[] to;
    private int[] saved;
    private int[] memory;
    private Question question;
    private Advice advice;
    private CpSatPeer.Answer peer;

    @Setup
    public void layOut() {
        SplittableRandom random = new SplittableRandom(services);
        int calls = services * CALLS_PER_SERVICE;
        from = random.ints(calls, 0, services).toArray();
        to = random.ints(calls, 0, services).toArray();
        saved = random.ints(calls, 100, 3_000).toArray();
        memory = random.ints(services, 300, 2_000).toArray();
        question = question();
    }

    @Benchmark
    @Warmup(iterations = 3)
    @Measurement(iterations = 5)
    public Advice advisor() {
        advice = Advisor.advise(question);
        return advice;
    }

    @Benchmark
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public CpSatPeer.Answer cpSat() {
        peer = new CpSatPeer(from, to, saved, memory, UNIT, LIMIT).solve(SECONDS);
        return peer;
    }

    /** The gate: neither side is timed before both have answered once more. */
    @TearDown
    public void compare() {
        if (peer != null) {
            Advice own = Advisor.advise(question);
            boolean same = Math.abs(own.weight() - peer.cost()) < 0.5;
            System.out.printf("%d services: advisor %.0f (%s), CP-SAT %.0f (bound %.0f, %s)%n", services, own.weight(),
                    own.exact() ? "proven" : "gap " + gap(own), peer.cost(), peer.bound(),
                    peer.proven() ? "proven" : "not proven");
            if (peer.proven() ? !same : own.weight() > peer.cost() + 0.5) {
                throw new IllegalStateException("the advisor and CP-SAT disagree");
            }
        }
    }

    private static String gap(Advice own) {
        return String.format("%.2f %%", 100 * (own.weight() - own.bound()) / own.weight());
    }

    private Question question() {
        double[] alone = new double[services];
        Arrays.fill(alone, UNIT);
        double[] bytes = Arrays.stream(memory).asDoubleStream().toArray();
        double constant = 0;
        for (int call = 0; call < saved.length; call++) {
            constant += from[call] == to[call] ? 0 : saved[call];
        }
        Terms.Load load = new Terms.Load(alone, new double[services], new double[services], bytes, new int[services]);
        Pairs pairs = Pairs.of(services, from, to, Arrays.stream(saved).mapToDouble(s -> -s).toArray());
        Terms terms = new Terms(constant, load, new Sizing(1, Double.POSITIVE_INFINITY, UNIT, 0), pairs, 0);
        return Question.of(terms, Rules.of(Rules.Traits.alike(bytes)).memoryAtMost(LIMIT)).effort(1, 2);
    }
}
