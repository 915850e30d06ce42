package dev.tare.engine;

import java.util.List;

/**
 * Advice, every plan of its path weighed in money and in time whatever was to be least.
 *
 * @param today what runs now
 * @param path  the plans of the advice's path, in its order
 */
public record MergeAdvice(Advice advice, Plan today, List<Plan> path) {
    /**
     * A whole plan.
     *
     * @param gross USD a month, likely
     * @param p99Ms over all entry points, likely
     */
    public record Plan(double gross, double p99Ms) {}

    /** The list is copied. */
    public MergeAdvice {
        path = List.copyOf(path);
    }

    /** The plan advised. */
    public Plan best() {
        return path.get(advice.best());
    }
}
