package dev.tare.engine;

import dev.tare.engine.advice.Merges;
import dev.tare.engine.bill.Scales;
import java.util.List;
import java.util.Optional;

/**
 * Weighs one estate under any number of scenarios. The graph is laid out in arrays and its traffic solved once, when
 * the engine is made; every scenario then costs one pass over the services for each corner of the assumptions. May be
 * shared between threads; the same question always gets the same answer.
 */
public final class Engine {
    private final CallGraph graph;
    private final Assumptions assumptions;
    private final Scales scales;

    /**
     * Lays a graph out. Throws {@link AmplifyingCycle} when calls feed on themselves and {@link IllegalArgumentException}
     * when a call, an entry or a runtime points outside the graph.
     */
    public Engine(CallGraph graph, Assumptions assumptions) {
        this.graph = graph;
        this.assumptions = assumptions;
        scales = new Scales(graph, assumptions);
    }

    private Engine(Scales scales, Assumptions assumptions) {
        graph = scales.graph();
        this.assumptions = assumptions;
        this.scales = scales;
    }

    /**
     * The same estate with one service changed: all figures are those of an engine made of the changed graph, to the last
     * bit, but what the change leaves as it was is not found again. A change of its name alone costs next to nothing; one
     * that moves traffic, a sidecar or a layer costs as much as a new engine.
     */
    public Engine with(int service, Service changed) {
        return new Engine(scales.with(service, changed), assumptions);
    }

    /** The bill of a scenario, with ranges and workings. */
    public Bill weigh(Scenario scenario) {
        return scales.bill(scenario);
    }

    /** The bill of a scenario with other figures for the same assumptions, as a reader does to try them. */
    public Bill weigh(Scenario scenario, Assumptions others) {
        return scales.bill(scenario, others);
    }

    /** The bills of several scenarios, in their order; what they have in common is found once. */
    public List<Bill> weighAll(List<Scenario> scenarios) {
        return scenarios.stream().map(scales::bill).toList();
    }

    /** What every service carries of a scenario, with the assumptions at the given values. */
    public Carried carried(Scenario scenario, double[] values) {
        return scales.carried(scenario, values);
    }

    /** What each call carries of a scenario's tare, with other figures for the same assumptions. */
    public CallTares calls(Scenario scenario, Assumptions others) {
        return scales.calls(scenario, others);
    }

    /**
     * Where the time of a scenario's requests goes, with the assumptions at the given values: of those that arrive at a
     * service, or on average of all where it is negative. Throws {@link IllegalArgumentException} where nothing arrives.
     */
    public Journey journey(Scenario scenario, double[] values, int service, Journey.Band band) {
        return scales.journey(scenario, values, service, band);
    }

    /** The gross cost of a scenario, USD a month, with the assumptions at the given values and nothing else found out. */
    public double gross(Scenario scenario, double[] values) {
        return scales.weigh(scenario, values).grossCost();
    }

    /**
     * What scenarios weigh under every draw of the assumptions, the same draws for all of them, in every measure but
     * time, which takes longer to find: {@link #drawTimes}.
     */
    public Drawn draw(List<Scenario> scenarios, Draws draws) {
        return scales.draw(scenarios, draws);
    }

    /** Milliseconds of a request at the 99th percentile under every draw of the assumptions, from fewer requests than a bill's. */
    public Drawn drawTimes(List<Scenario> scenarios, Draws draws) {
        return scales.drawTimes(scenarios, draws);
    }

    /**
     * Which services to merge, with every assumption at its likely value. Throws {@link Contradiction} when the rules cannot
     * be kept at once.
     */
    public MergeAdvice advise(MergeQuestion question) {
        return Merges.of(graph, scales, assumptions.likely(), question);
    }

    /** What requests lose under a scenario when units fail that are each up for a share {@code up} of the time. */
    public Resilience resilience(Scenario scenario, double up) {
        return scales.resilience(scenario, up);
    }

    /**
     * Milliseconds of a request under a scenario, over all entry points by their rates, with the assumptions at the given
     * values. From fewer requests than a bill's, the same ones at every call, put right by what these are off by at the
     * likely values: cheap enough to be asked at hundreds of draws.
     */
    public Percentiles latency(Scenario scenario, double[] values) {
        return scales.latency(scenario, values);
    }

    /**
     * The same worked out without drawing, by convolution: a check on the draws. Nothing for an estate so large that it
     * would take seconds.
     */
    public Optional<Percentiles> convolved(Scenario scenario, double[] values) {
        return scales.convolved(scenario, values);
    }

    /** The bill of a scenario in short, with the assumptions at the given values. */
    public Brief brief(Scenario scenario, double[] values) {
        return scales.weigh(scenario, values).brief();
    }
}
