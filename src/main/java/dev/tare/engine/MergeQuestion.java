package dev.tare.engine;

import java.util.List;

/**
 * Which services to merge, asked about one shape.
 *
 * @param shape the shape, whatever the grouping
 * @param today what runs now, or would run before any merge: for each service by position its unit
 * @param runs  whether that shape is what runs now; today's grouping is then weighed with what is registered
 * @param aim   what to make least of
 * @param rules what to keep besides what services bring with them
 */
public record MergeQuestion(Shape shape, int[] today, boolean runs, Aim aim, Rules rules) {
    /** What to make least of. */
    public enum Aim {
        /** Gross cost. */
        COST,
        /** The 99th percentile over all entry points. */
        P99
    }

    /**
     * Rules somebody sets.
     *
     * @param teamsApart whether two teams may never share a unit
     * @param apart      pairs of services, by position
     * @param together   sets of services, by position
     */
    public record Rules(boolean teamsApart, List<List<Integer>> apart, List<List<Integer>> together) {
        /** Lists are copied. */
        public Rules {
            apart = apart.stream().map(List::copyOf).toList();
            together = together.stream().map(List::copyOf).toList();
        }
    }
}
