package dev.tare.engine.advice;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Betters a grouping by single steps, each weighed as a whole plan, those first that the guide thinks best of. A plan
 * beyond a limit counts as worse than any that keeps it, the more the further beyond. Goes round until no step betters
 * it or the weighings are used up.
 */
final class Polish {
    /** Nearest to its limits first, then lightest, then with fewer units; what comes first stays first. */
    static final Comparator<Polish> LIGHTEST = Comparator.comparingDouble((Polish polish) -> polish.excess)
            .thenComparingDouble(polish -> polish.weight);

    private final Question question;
    private final Constraints rules;
    private final Terms guide;
    private int[] best;
    private double weight;
    private double excess;

    /** Weighs a grouping that keeps every rule but perhaps a limit. */
    Polish(Question question, Constraints rules, Terms guide, int[] start) {
        this.question = question;
        this.rules = rules;
        this.guide = guide;
        best = Grouping.canonical(start);
        weight = question.objective().weigh(best);
        excess = question.latency().excess(best);
    }

    int[] best() {
        return best;
    }

    double weight() {
        return weight;
    }

    /** Weighs so many steps at most and says how many it took. */
    int better(int weighings) {
        int left = weighings;
        int before;
        do {
            before = left;
            boolean bettered = false;
            for (Steps.Step step : Steps.of(guide, rules, best, left)) {
                int[] taken = step.from(best);
                if (left > 0 && !Arrays.equals(taken, best) && rules.keeps(taken)) {
                    left--;
                    bettered |= take(taken);
                }
            }
            before = bettered ? before : left;
        } while (left > 0 && left < before);
        return weighings - left;
    }

    private boolean take(int[] taken) {
        double now = question.objective().weigh(taken);
        boolean lighter = now < weight - 1e-9 * Math.abs(weight);
        if (!lighter && excess == 0) {
            return false;
        }
        double beyond = question.latency().excess(taken);
        if (beyond > excess || beyond == excess && !lighter) {
            return false;
        }
        best = taken;
        weight = now;
        excess = beyond;
        return true;
    }
}
