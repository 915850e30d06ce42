package dev.tare.comparison.validation;

import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.validation.PublishedCase.Expected;
import java.util.List;
import java.util.Map;

/**
 * A case held against the model.
 *
 * @param checks  every figure, in the case's order
 * @param weighed the bills it was read from; none where the case is a call tree
 * @param changed figures a reader put in place of the catalogue's, in the unit of their entry
 */
public record CaseResult(PublishedCase published, List<Check> checks, List<Weighed> weighed,
        Map<String, Double> changed) {
    /** One figure: published, computed, and what it was computed from. */
    public record Check(Expected expected, double computed, List<Reading> readings) {
        /** Whether the computed figure is within its tolerance. */
        public boolean inside() {
            return expected.tolerance().holds(expected.published(), computed);
        }
    }

    /** Lists are copied. */
    public CaseResult {
        checks = List.copyOf(checks);
        weighed = List.copyOf(weighed);
        changed = Map.copyOf(changed);
    }

    /** Whether every figure is within its tolerance. */
    public boolean inside() {
        return checks.stream().allMatch(Check::inside);
    }
}
