package dev.tare.engine.advice;

import dev.tare.engine.Contradiction;

import dev.tare.engine.Advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.tare.engine.Advice.Method;
import dev.tare.engine.Advice.Split;
import dev.tare.engine.Advice.Today;

/**
 * Says which services to merge. As few permitted groupings as may be weighed: all are, and the best is exact. Otherwise the
 * terms lead: branch and price up to 64 services, greedy beyond, and what they find, today's grouping and one unit each
 * are bettered by steps weighed as whole plans. Where the objective is nothing but its terms, their bound is its bound.
 *
 * <p>The same question has the same answer everywhere: effort is counted, not timed, and ties go by position.
 */
public final class Advisor {
    private static final long STEPS = 1_500_000;

    private final Question question;
    private final Constraints rules;
    private int[] optimum;
    private Method method = Method.ENUMERATED;
    private double bound = Double.NaN;

    private Advisor(Question question) {
        this.question = question;
        rules = new Constraints(question.rules(), question.guide().pairs());
        optimum = rules.finest();
    }

    /** Answers a question; throws {@link Contradiction} when its rules cannot be kept at once. */
    public static Advice advise(Question question) {
        Advisor advisor = new Advisor(question);
        advisor.search();
        return advisor.answer();
    }

    private void search() {
        boolean few = Grouping.count(rules.finest()) <= Problem.MOST;
        if (few && Enumeration.atMost(question.weighings(), rules)) {
            Enumeration.Optimum best = Enumeration.of(rules, question.objective(), question.latency());
            if (!best.groupings().isEmpty()) {
                optimum = best.groupings().getFirst();
                bound = best.weight();
                return;
            }
        }
        lead();
    }

    private void lead() {
        List<int[]> starts = new ArrayList<>();
        int[] greedy = Heuristic.search(question.guide(), rules, rules.finest());
        starts.add(priced(greedy));
        starts.add(greedy);
        starts.add(Grouping.canonical(question.today()));
        starts.add(rules.finest());
        int each = question.objective() == question.guide() ? 0 : question.weighings() / starts.size();
        optimum = starts.stream().filter(this::permitted).map(start -> Polish.better(question, rules, start, each))
                .min(Comparator.comparingDouble(question.objective()::weigh)).orElse(rules.finest());
    }

    private int[] priced(int[] greedy) {
        method = Grouping.count(rules.finest()) <= Problem.MOST && !rules.rules().connected()
                ? Method.PRICED
                : Method.GREEDY;
        double low = Double.NaN;
        int[] found = greedy;
        if (method == Method.PRICED) {
            BranchAndPrice.Answer answer = BranchAndPrice.search(question.guide(), rules, greedy, STEPS);
            low = answer.bound();
            found = answer.grouping();
        } else if (question.objective() == question.guide()) {
            low = SparseBound.of(question.guide(), rules);
        }
        bound = question.objective() == question.guide() ? low : Double.NaN;
        return found;
    }

    private boolean permitted(int[] units) {
        return rules.keeps(units) && question.latency().keeps(units);
    }

    private Advice answer() {
        double weight = question.objective().weigh(optimum);
        boolean exact = bound >= weight - 1e-7 * Math.max(1, Math.abs(weight));
        Path path = new Path(question, rules, optimum);
        return new Advice(optimum, weight, method, exact, exact ? weight : bound, today(weight), path.steps(),
                path.optimumAt(), path.knee());
    }

    private Today today(double weight) {
        int[] units = Grouping.canonical(question.today());
        double now = question.objective().weigh(units);
        boolean stay = permitted(units) && now <= weight + 1e-9 * Math.abs(weight);
        return new Today(now, stay, splits(units, now));
    }

    /** Every service of a unit of several, taken out alone: as many as may be weighed, by position. */
    private List<Split> splits(int[] units, double now) {
        int[] size = new int[Grouping.count(units)];
        Arrays.stream(units).forEach(unit -> size[unit]++);
        List<Split> splits = new ArrayList<>();
        int weighed = 0;
        for (int service = 0; service < units.length && weighed < question.points(); service++) {
            if (size[units[service]] > 1) {
                int[] without = units.clone();
                without[service] = size.length;
                weighed++;
                double saving = now - question.objective().weigh(Grouping.canonical(without));
                if (saving > 1e-9 * Math.abs(now)) {
                    splits.add(new Split(service, saving));
                }
            }
        }
        splits.sort(Comparator.comparingDouble(Split::saving).reversed().thenComparingInt(Split::service));
        return splits;
    }
}
