package dev.tare.engine;

import java.util.List;
import java.util.Map;

/**
 * What patterns are looked for in.
 *
 * @param today        what runs now
 * @param carriers     tare of each service by position, USD a month
 * @param facts        of each service by position
 * @param orchestrated whether a scheduler places the units
 * @param alternatives shapes one step away
 */
public record Subject(CallGraph graph, Assumptions assumptions, Scenario today, double[] carriers, List<Facts> facts,
        boolean orchestrated, Map<Alternative, Scenario> alternatives) {
    /** Refuses facts that do not fit the graph. */
    public Subject {
        facts = List.copyOf(facts);
        alternatives = Map.copyOf(alternatives);
        if (facts.size() != graph.services().size()) {
            throw new IllegalArgumentException(
                    "expected facts of " + graph.services().size() + " services, found " + facts.size());
        }
    }
}
