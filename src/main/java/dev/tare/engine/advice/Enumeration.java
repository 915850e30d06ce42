package dev.tare.engine.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weighs every permitted grouping. Groupings are built service by service (a set
 * kept together counts as one), each joining an earlier unit or opening the
 * next one, so each comes once and in a fixed order; a unit that breaks a rule is never built further.
 *
 * <p>Without rules there are 1, 2, 5, 15, 52, 203, 877, 4140, 21,147, 115,975 groupings of 1 to 10 services.
 */
final class Enumeration {
    private final Constraints rules;
    private final Objective objective;
    private final Limit limit;
    private final int[][] items;
    private final boolean[][] conflicts;
    private final int[] unitOf;
    private final int[] units;
    private final double[] memory;
    private final List<int[]> best = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;
    private long left;

    /** The least weight and all groupings that reach it, the finest-first order of building kept. */
    record Optimum(double weight, List<int[]> groupings) {}

    private Enumeration(Constraints rules, Objective objective, Limit limit, long most) {
        this.rules = rules;
        this.objective = objective;
        this.limit = limit;
        left = most;
        units = new int[rules.services()];
        items = Grouping.members(rules.finest());
        unitOf = new int[items.length];
        memory = new double[items.length];
        conflicts = new boolean[items.length][items.length];
        for (int i = 0; i < items.length; i++) {
            for (int j = 0; j < i; j++) {
                conflicts[i][j] = conflict(items[i], items[j]);
            }
        }
    }

    /** The best groupings within a limit; ties within a relative 1e-9 are all given, none when none keeps the limit. */
    static Optimum of(Constraints rules, Objective objective, Limit limit) {
        Enumeration search = new Enumeration(rules, objective, limit, Long.MAX_VALUE);
        search.place(0, 0);
        return new Optimum(search.least, search.best);
    }

    /** Whether at most that many groupings need to be looked at. */
    static boolean atMost(long most, Constraints rules) {
        Enumeration count = new Enumeration(rules, units -> 0, Limit.NONE, most + 1);
        count.place(0, 0);
        return count.left > 0;
    }

    private void place(int item, int opened) {
        if (left <= 0) {
            return;
        }
        if (item == items.length) {
            left--;
            weigh();
            return;
        }
        double bytes = Arrays.stream(items[item]).mapToDouble(rules::memory).sum();
        for (int unit = 0; unit <= opened; unit++) {
            if (unit == opened || joins(item, unit, bytes)) {
                double before = memory[unit];
                unitOf[item] = unit;
                memory[unit] += bytes;
                place(item + 1, Math.max(opened, unit + 1));
                memory[unit] = before;
            }
        }
    }

    private boolean joins(int item, int unit, double bytes) {
        for (int i = 0; i < item; i++) {
            if (unitOf[i] == unit && conflicts[item][i]) {
                return false;
            }
        }
        return rules.fits(memory[unit] + bytes);
    }

    private boolean conflict(int[] left, int[] right) {
        return Arrays.stream(left).anyMatch(a -> Arrays.stream(right).anyMatch(b -> !rules.mayShare(a, b)));
    }

    private void weigh() {
        for (int item = 0; item < items.length; item++) {
            for (int service : items[item]) {
                units[service] = unitOf[item];
            }
        }
        if (!rules.keeps(units)) {
            return;
        }
        double weight = objective.weigh(units);
        double slack = best.isEmpty() ? 0 : 1e-9 * Math.abs(least);
        if (weight > least + slack || !limit.keeps(units)) {
            return;
        }
        if (weight < least - slack || best.isEmpty()) {
            least = weight;
            best.clear();
        }
        best.add(units.clone());
    }
}
