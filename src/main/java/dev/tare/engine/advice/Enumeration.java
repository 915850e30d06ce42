package dev.tare.engine.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * Weighs every permitted grouping. Groupings are built service by service, each joining an earlier unit or opening the
 * next one, so each comes once and in a fixed order; a unit that breaks a rule is never built further.
 *
 * <p>Without rules there are 1, 2, 5, 15, 52, 203, 877, 4140, 21,147, 115,975 groupings of 1 to 10 services.
 */
final class Enumeration {
    private final Constraints rules;
    private final Objective objective;
    private final int[] units;
    private final double[] memory;
    private final List<int[]> best = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;
    private long left;

    /** The least weight and all groupings that reach it, the finest-first order of building kept. */
    record Optimum(double weight, List<int[]> groupings) {}

    private Enumeration(Constraints rules, Objective objective, long most) {
        this.rules = rules;
        this.objective = objective;
        left = most;
        units = new int[rules.services()];
        memory = new double[rules.services()];
    }

    /** The best groupings; ties within a relative 1e-9 are all given. */
    static Optimum of(Constraints rules, Objective objective) {
        Enumeration search = new Enumeration(rules, objective, Long.MAX_VALUE);
        search.place(0, 0);
        return new Optimum(search.least, search.best);
    }

    /** Whether there are at most that many permitted groupings. */
    static boolean atMost(long most, Constraints rules) {
        Enumeration count = new Enumeration(rules, units -> 0, most + 1);
        count.place(0, 0);
        return count.left > 0;
    }

    private void place(int service, int opened) {
        if (left <= 0) {
            return;
        }
        if (service == units.length) {
            weigh();
            return;
        }
        for (int unit = 0; unit <= opened; unit++) {
            if (unit == opened || joins(service, unit)) {
                double before = memory[unit];
                units[service] = unit;
                memory[unit] += rules.memory(service);
                place(service + 1, Math.max(opened, unit + 1));
                memory[unit] = before;
            }
        }
    }

    private boolean joins(int service, int unit) {
        for (int i = 0; i < service; i++) {
            if (units[i] == unit && !rules.mayShare(i, service)) {
                return false;
            }
        }
        return rules.fits(memory[unit] + rules.memory(service));
    }

    private void weigh() {
        if (!rules.keeps(units)) {
            return;
        }
        left--;
        double weight = objective.weigh(units);
        double slack = 1e-9 * Math.abs(least);
        if (weight < least - slack || best.isEmpty()) {
            least = weight;
            best.clear();
        }
        if (weight <= least + slack) {
            best.add(units.clone());
        }
    }
}
