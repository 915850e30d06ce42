package dev.tare.engine;

import dev.tare.engine.finding.Patterns;
import java.util.List;

/**
 * All patterns tare knows, looked for in one estate.
 *
 * @param found     those that are there, the dearest first
 * @param unchecked those that nothing stated shows
 */
public record Findings(List<Finding> found, List<Unchecked> unchecked) {
    /** The lists are copied. */
    public Findings {
        found = List.copyOf(found);
        unchecked = List.copyOf(unchecked);
    }

    /** Looks for every pattern. */
    public static Findings in(Subject subject) {
        return Patterns.lookFor(subject);
    }
}
