package dev.tare.engine;

/**
 * A rule a merge would break, with the pair of services that shows it.
 *
 * @param reason which rule
 * @param a      a service on one side, by position
 * @param b      a service on the other side, by position
 * @param found  what was found, where the rule is a limit; otherwise NaN
 * @param limit  the limit; otherwise NaN
 */
public record Blocker(Reason reason, int a, int b, double found, double limit) {
    /** The rules a grouping must keep. */
    public enum Reason {
        /** One process runs one language family; the other side needs a rewrite. */
        RUNTIME,
        /** One side must be kept apart from the other: an own tenant, regulated data, untrusted code. */
        ISOLATION,
        /** One side follows nodes, the other load. */
        PLACEMENT,
        /** Two teams would share a unit, and the teams said no. */
        TEAM,
        /** Set apart by hand. */
        APART,
        /** More memory in one process than allowed. */
        MEMORY,
        /** The two sides do not call each other, and units were asked to hold together by calls. */
        NO_CALLS,
        /** The plan as a whole would be slower than allowed. */
        LATENCY
    }

    /** A rule that is no limit, and the pair that shows it. */
    public static Blocker pair(Reason reason, int a, int b) {
        return new Blocker(reason, a, b, Double.NaN, Double.NaN);
    }
}
