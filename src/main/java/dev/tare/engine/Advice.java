package dev.tare.engine;

import java.util.List;

/**
 * The grouping to choose, how sure that is, and the whole way from one unit each to all in one. "Stay" is an answer: no
 * permitted grouping weighs less than today's. So is "split this one out".
 *
 * @param optimum the grouping that weighs least of all found that keep every rule
 * @param weight  what it weighs
 * @param method  how it was found
 * @param exact   whether no permitted grouping weighs less
 * @param bound   what no permitted grouping weighs less than; NaN where nothing is proven
 * @param today   what runs now, beside it
 * @param path    from one unit each to all in one, the optimum on it
 * @param best    position of the optimum on the path
 * @param knee    position on the path where most of the saving is reached: the point farthest below the straight line
 *                from the first point to the optimum; the optimum where none is below
 */
public record Advice(int[] optimum, double weight, Method method, boolean exact, double bound, Today today,
        List<Step> path, int best, int knee) {
    /** How the optimum was found. */
    public enum Method {
        /** Every permitted grouping was weighed. */
        ENUMERATED,
        /** Branch and price on the terms, then moves weighed as whole plans. */
        PRICED,
        /** Merging and moving greedily on the terms, then moves weighed as whole plans as far as allowed. */
        GREEDY
    }

    /**
     * A point on the path.
     *
     * @param grouping  for each service by position its unit
     * @param units     how many units
     * @param weight    what the whole plan weighs
     * @param saving    what it weighs less than the point before
     * @param merges    merges since the point before: 1, but where a long path is thinned out
     * @param a         first service of one side of the last merge, by position; -1 at the first point
     * @param b         first service of the other side
     * @param evidence  what speaks for that merge
     * @param blockers  rules the merges since the point before break
     * @param permitted whether the grouping keeps every rule
     */
    public record Step(int[] grouping, int units, double weight, double saving, int merges, int a, int b,
            Evidence evidence, List<Blocker> blockers, boolean permitted) {
        /** The list is copied. */
        public Step {
            blockers = List.copyOf(blockers);
        }
    }

    /**
     * What runs now.
     *
     * @param weight    what it weighs
     * @param permitted whether it keeps every rule
     * @param stay      whether it does and no permitted grouping weighs less
     * @param splits    services that would save by leaving their unit, the most first
     */
    public record Today(double weight, boolean permitted, boolean stay, List<Split> splits) {
        /** The list is copied. */
        public Today {
            splits = List.copyOf(splits);
        }
    }

    /** A service to take out of the unit it is in, and what the whole plan then weighs less. */
    public record Split(int service, double saving) {}

    /** Lists are copied. */
    public Advice {
        path = List.copyOf(path);
    }
}
