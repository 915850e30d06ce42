package dev.tare.engine.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The single steps from a grouping to others: two units merged, a service moved to another unit or out on its own, the
 * most promising by the guide first. Of many services only steps between those that call each other are looked at.
 */
final class Steps {
    private static final int ALL = 64;

    private final Terms terms;
    private final Constraints rules;
    private final int[] units;
    private final Sums sums;
    private final List<Step> found = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();

    /**
     * A step.
     *
     * @param service the service that moves, or whose whole unit does
     * @param to      a service of the unit it moves to; -1 for a unit of its own
     * @param whole   whether its whole unit moves along
     * @param change  what the guide expects the plan to weigh more
     */
    record Step(int service, int to, boolean whole, double change) {
        /** The grouping after this step, where both still are; numbered anew. */
        int[] from(int[] grouping) {
            int[] after = grouping.clone();
            int home = grouping[service];
            int target = to < 0 ? Grouping.count(grouping) : grouping[to];
            for (int i = 0; i < after.length; i++) {
                after[i] = i == service || whole && grouping[i] == home ? target : after[i];
            }
            return Grouping.canonical(after);
        }
    }

    private Steps(Terms terms, Constraints rules, int[] units) {
        this.terms = terms;
        this.rules = rules;
        this.units = units;
        sums = new Sums(terms, units);
    }

    /** At most so many, ties by position. */
    static List<Step> of(Terms terms, Constraints rules, int[] units, int most) {
        Steps steps = new Steps(terms, rules, units);
        if (units.length <= ALL) {
            steps.all();
        } else {
            steps.linked();
        }
        return steps.found.stream().sorted(Comparator.comparingDouble(Step::change).thenComparingInt(Step::service)
                .thenComparingInt(Step::to).thenComparing(Step::whole)).limit(most).toList();
    }

    private void all() {
        for (int service = 0; service < units.length; service++) {
            out(service);
            for (int other = 0; other < units.length; other++) {
                between(service, other);
            }
        }
    }

    private void linked() {
        Pairs pairs = terms.pairs();
        for (int service = 0; service < units.length; service++) {
            out(service);
            for (int k = pairs.start()[service]; k < pairs.start()[service + 1]; k++) {
                between(service, pairs.other()[k]);
            }
        }
    }

    private void out(int service) {
        if (sums.size(units[service]) > 1) {
            found.add(new Step(service, -1, false, sums.moved(service, -1)));
        }
    }

    /** Once for each service and unit, and once for each two units. */
    private void between(int service, int other) {
        int home = units[service];
        int target = units[other];
        if (home == target || !rules.mayShare(service, other)) {
            return;
        }
        if (sums.size(home) > 1 && seen.add((long) service << 32 | target)) {
            found.add(new Step(service, other, false, sums.moved(service, target)));
        }
        if (home < target && seen.add((long) (units.length + home) << 32 | target)) {
            found.add(new Step(other, service, true, sums.merged(home, target)));
        }
    }
}
