package dev.tare.engine.advice;

import dev.tare.engine.Advice;
import dev.tare.engine.Blocker.Reason;
import dev.tare.engine.CallGraph;
import dev.tare.engine.MergeAdvice;
import dev.tare.engine.MergeAdvice.Lever;
import dev.tare.engine.MergeAdvice.Plan;
import dev.tare.engine.MergeQuestion;
import dev.tare.engine.bill.Scales;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Asks the advisor about an estate, with what its bill says a grouping weighs as the objective. */
public final class Merges {
    /** Up to so many services the times of a whole path and what each rule costs are found out. */
    private static final int FEW = 400;
    /** Up to so many the times of today and of the plan advised, unless times were asked about. */
    private static final int MOST_TIMED = 2_000;

    private final Plans plans;
    private final MergeQuestion question;
    private final Question asked;

    private Merges(CallGraph graph, Scales scales, double[] values, MergeQuestion question) {
        this.question = question;
        plans = new Plans(graph, scales, values, question);
        asked = plans.question();
    }

    /** Answers at one set of assumption values; throws {@link dev.tare.engine.Contradiction}. */
    public static MergeAdvice of(CallGraph graph, Scales scales, double[] values, MergeQuestion question) {
        return new Merges(graph, scales, values, question).answer();
    }

    private MergeAdvice answer() {
        Advice advice = Advisor.advise(asked);
        boolean few = asked.today().length <= FEW;
        boolean any = asked.today().length <= MOST_TIMED || !question.aim().equals(MergeQuestion.Aim.COST);
        List<Plan> path = new ArrayList<>();
        for (int i = 0; i < advice.path().size(); i++) {
            boolean timed = few || any && i == advice.best() || !question.aim().inMoney();
            path.add(plans.plan(advice.path().get(i).grouping(), timed));
        }
        return new MergeAdvice(advice, plans.plan(asked.today(), any), path, few ? levers(advice) : List.of());
    }

    /** What each rule that stands in the way of a merge costs: the best plan without it, beside the one advised. */
    private List<Lever> levers(Advice advice) {
        TreeSet<Reason> reasons = new TreeSet<>();
        advice.path().forEach(step -> step.blockers().forEach(blocker -> reasons.add(blocker.reason())));
        List<Lever> levers = new ArrayList<>();
        for (Reason reason : reasons) {
            Search.Found found = without(reason, advice.optimum());
            levers.add(new Lever(reason, found.weight(), Math.max(0, advice.weight() - found.weight())));
        }
        levers.sort(Comparator.comparingDouble(Lever::saving).reversed());
        return levers;
    }

    private Search.Found without(Reason reason, int[] advised) {
        Question free = asked.under(asked.rules().without(reason))
                .effort(Math.max(1, asked.weighings() / (2 * Reason.values().length)), asked.points());
        Question wider = reason == Reason.LATENCY ? free.within(Limit.NONE) : free;
        return Search.of(wider, Search.constraints(wider), List.of(advised, Grouping.canonical(question.today())));
    }

    /** Number of teams beyond the first, over all units. */
    static int sharedTeams(int[] units, int[] team) {
        return Arrays.stream(Grouping.members(units))
                .mapToInt(members -> (int) Arrays.stream(members).map(i -> team[i]).distinct().count() - 1).sum();
    }
}
