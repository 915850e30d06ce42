package dev.tare.engine;

import java.util.List;

/**
 * Weighs one estate under any number of scenarios. The graph is laid out in arrays and its traffic solved once, when
 * the engine is made; every scenario then costs one pass over the services. Holds no state between calls and may be
 * shared between threads.
 */
public final class Engine {
    private final CallGraph graph;
    private final Assumptions assumptions;

    /**
     * Lays out a graph. Throws {@link AmplifyingCycle} when calls feed on themselves and {@link IllegalArgumentException}
     * when a call, an entry or a runtime points outside the graph.
     */
    public Engine(CallGraph graph, Assumptions assumptions) {
        this.graph = graph;
        this.assumptions = assumptions;
    }

    /** The bill of a scenario, with ranges and workings. */
    public Bill weigh(Scenario scenario) {
        throw new UnsupportedOperationException(scenario.name() + " of " + graph.services().size());
    }

    /** The bills of several scenarios, in their order; scenarios that group services alike share the work. */
    public List<Bill> weighAll(List<Scenario> scenarios) {
        return scenarios.stream().map(this::weigh).toList();
    }

    /** The gross cost of a scenario, USD a month, with the assumptions at the given values and nothing else found out. */
    public double gross(Scenario scenario, double[] values) {
        throw new UnsupportedOperationException(scenario.name() + " of " + assumptions.size() + values.length);
    }
}
