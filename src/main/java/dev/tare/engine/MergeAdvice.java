package dev.tare.engine;

import java.util.List;

import dev.tare.engine.Blocker.Reason;

/**
 * Advice, every plan of its path weighed in money and in time whatever was to be least.
 *
 * @param today  what runs now
 * @param path   the plans of the advice's path, in its order
 * @param levers rules that hold plans back, the one that costs the most first; none where that would take too long
 */
public record MergeAdvice(Advice advice, Plan today, List<Plan> path, List<Lever> levers) {
    /**
     * A whole plan.
     *
     * @param gross       USD a month, likely
     * @param p99Ms       over all entry points, likely; NaN where that would take too long to find
     * @param sharedTeams further teams in its units, over all units
     */
    public record Plan(double gross, double p99Ms, int sharedTeams) {}

    /**
     * A rule left out.
     *
     * @param rule   which
     * @param weight what the best plan found then weighs
     * @param saving what that is less than the plan advised; never below 0
     */
    public record Lever(Reason rule, double weight, double saving) {}

    /** Lists are copied. */
    public MergeAdvice {
        path = List.copyOf(path);
        levers = List.copyOf(levers);
    }

    /** The plan advised. */
    public Plan best() {
        return path.get(advice.best());
    }
}
