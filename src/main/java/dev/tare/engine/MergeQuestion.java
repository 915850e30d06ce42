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
    /**
     * What to make least of.
     *
     * @param least    of cost, of the 99th percentile over all entry points, or of both together
     * @param usdPerMs what a millisecond of that percentile is worth, USD a month; 0 but for both together
     */
    public record Aim(Least least, double usdPerMs) {
        /** Gross cost. */
        public static final Aim COST = new Aim(Least.COST, 0);
        /** The 99th percentile over all entry points. */
        public static final Aim P99 = new Aim(Least.P99, 0);

        /** Gross cost and so much for each millisecond. */
        public static Aim both(double usdPerMs) {
            return new Aim(Least.BOTH, usdPerMs);
        }

        /** Whether plans are told apart by a sum of money. */
        public boolean inMoney() {
            return least != Least.P99;
        }
    }

    /** The kinds of aim. */
    public enum Least {
        COST, P99, BOTH
    }

    /**
     * Rules somebody sets.
     *
     * @param teams       whether teams may share a unit
     * @param memoryLimit most bytes the services of one process may ask for together; infinite for no limit
     * @param times       how long slow requests may take
     * @param apart       pairs of services, by position
     * @param together    sets of services, by position
     */
    public record Rules(Teams teams, double memoryLimit, List<TimeLimit> times, List<List<Integer>> apart,
            List<List<Integer>> together) {
        /** Lists are copied. */
        public Rules {
            times = List.copyOf(times);
            apart = apart.stream().map(List::copyOf).toList();
            together = together.stream().map(List::copyOf).toList();
        }

        /** Nothing but whether teams may share a unit. */
        public static Rules of(Teams teams) {
            return new Rules(teams, Double.POSITIVE_INFINITY, List.of(), List.of(), List.of());
        }
    }

    /**
     * Whether teams may share a unit.
     *
     * @param apart            whether they never may
     * @param usdPerFurther what each further team in a unit is taken to cost, USD a month
     */
    public record Teams(boolean apart, double usdPerFurther) {
        /** They never share one. */
        public static final Teams APART = new Teams(true, 0);
        /** They may, and it costs nothing. */
        public static final Teams FREE = new Teams(false, 0);

        /** They may at a price. */
        public static Teams priced(double usdPerFurther) {
            return new Teams(false, usdPerFurther);
        }
    }

    /**
     * The longest the 99th percentile of requests may take.
     *
     * @param service entry point by position, or {@link #EVERY}
     * @param ms      milliseconds
     */
    public record TimeLimit(int service, double ms) {
        /** Each entry point by itself. */
        public static final int EVERY = -1;
    }
}
