package dev.tare.engine.advice;

import dev.tare.engine.Advice.Method;
import dev.tare.engine.Contradiction;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the best grouping. As few permitted groupings as may be weighed: all are, and the best is exact. Otherwise
 * the guides lead: branch and price up to {@value Problem#MOST} items, greedy beyond, and what they find, today's grouping
 * and one unit each are bettered by steps weighed as whole plans. Where the objective is nothing but its terms, their
 * bound is its bound.
 */
final class Search {
    private static final long STEPS = 3_000_000;

    private final Question question;
    private final Constraints rules;

    private Search(Question question, Constraints rules) {
        this.question = question;
        this.rules = rules;
    }

    /** What was found, how, and what no permitted grouping weighs less than (NaN where nothing is proven). */
    record Found(int[] grouping, double weight, Method method, double bound) {
        boolean exact() {
            return bound >= weight - 1e-7 * Math.max(1, Math.abs(weight));
        }
    }

    /** A grouping with what leads on from it. */
    private record Start(int[] grouping, Terms guide) {}

    /** The best found under the rules; {@code known} are groupings to begin from besides. */
    static Found of(Question question, Constraints rules, List<int[]> known) {
        return new Search(question, rules).best(known);
    }

    /** The rules laid out; throws {@link Contradiction} when they cannot be kept at once. */
    static Constraints constraints(Question question) {
        return new Constraints(question.rules(), question.guide().pairs());
    }

    private Found best(List<int[]> known) {
        if (few() && Enumeration.atMost(question.weighings(), rules)) {
            Enumeration.Optimum best = Enumeration.of(rules, question.objective(), question.latency());
            if (!best.groupings().isEmpty()) {
                return new Found(best.groupings().getFirst(), best.weight(), Method.ENUMERATED, best.weight());
            }
        }
        return led(known);
    }

    private boolean few() {
        return Grouping.count(rules.finest()) <= Problem.MOST;
    }

    private Found led(List<int[]> known) {
        boolean priced = few() && !rules.rules().connected();
        List<Start> starts = new ArrayList<>();
        double bound = Double.NaN;
        for (Terms guide : question.guides()) {
            int[] greedy = Heuristic.search(guide, rules, rules.finest());
            starts.add(new Start(greedy, guide));
            if (priced) {
                BranchAndPrice.Answer answer = BranchAndPrice.search(guide, rules, greedy,
                        STEPS / question.guides().size());
                starts.add(new Start(answer.grouping(), guide));
                bound = answer.bound();
            }
        }
        bound = !question.plain() ? Double.NaN : priced ? bound : SparseBound.of(question.guide(), rules);
        known.forEach(grouping -> starts.add(new Start(grouping, question.guide())));
        starts.add(new Start(rules.finest(), question.guide()));
        Polish polish = polished(starts);
        return new Found(polish.best(), polish.weight(), priced ? Method.PRICED : Method.GREEDY, bound);
    }

    /** Starts that keep the rules, lightest first; the lightest gets half of the weighings, the next half of the rest. */
    private Polish polished(List<Start> starts) {
        List<Polish> polishes = starts.stream().filter(start -> rules.keeps(start.grouping()))
                .map(start -> new Polish(question, rules, start.guide(), start.grouping())).sorted(Polish.LIGHTEST)
                .toList();
        int left = question.plain() ? 0 : question.weighings();
        for (Polish polish : polishes) {
            left -= polish.better((left + 1) / 2);
        }
        return polishes.stream().min(Polish.LIGHTEST).orElseThrow();
    }
}
