package dev.tare.engine.advice;

import java.util.Arrays;

/**
 * Betters a grouping by single steps, each weighed as a whole plan: two units merged, a service moved to another unit or
 * out on its own. Takes the first step that saves, in order of position, and goes round until none does or the
 * weighings are used up.
 */
final class Polish {
    private final Objective objective;
    private final Limit limit;
    private final Constraints rules;
    private int[] best;
    private double least;
    private int left;

    private Polish(Objective objective, Limit limit, Constraints rules, int[] start, double weight, int weighings) {
        this.objective = objective;
        this.limit = limit;
        this.rules = rules;
        best = start;
        least = weight;
        left = weighings;
    }

    static int[] better(Question question, Constraints rules, int[] start, int weighings) {
        boolean kept = rules.keeps(start) && question.latency().keeps(start);
        double weight = kept ? question.objective().weigh(start) : Double.POSITIVE_INFINITY;
        Polish polish = new Polish(question.objective(), question.latency(), rules, start, weight, weighings);
        while (polish.left > 0 && (polish.merge() || polish.move())) {
            polish.best = Grouping.canonical(polish.best);
        }
        return polish.best;
    }

    private boolean merge() {
        int units = Grouping.count(best);
        for (int a = 0; a < units; a++) {
            for (int b = a + 1; b < units; b++) {
                int from = b;
                int into = a;
                if (take(Arrays.stream(best).map(u -> u == from ? into : u).toArray())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean move() {
        int units = Grouping.count(best);
        for (int service = 0; service < best.length; service++) {
            for (int unit = 0; unit <= units; unit++) {
                int[] moved = best.clone();
                moved[service] = unit;
                if (unit != best[service] && take(moved)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean take(int[] units) {
        if (left <= 0 || !rules.keeps(units)) {
            return false;
        }
        left--;
        int[] canonical = Grouping.canonical(units);
        double weight = objective.weigh(canonical);
        if (weight < least - 1e-9 * Math.abs(weight) && limit.keeps(canonical)) {
            best = canonical;
            least = weight;
            return true;
        }
        return false;
    }
}
