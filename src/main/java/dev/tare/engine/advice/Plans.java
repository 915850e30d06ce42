package dev.tare.engine.advice;

import dev.tare.engine.CallGraph;
import dev.tare.engine.MergeAdvice.Plan;
import dev.tare.engine.MergeQuestion;
import dev.tare.engine.MergeQuestion.TimeLimit;
import dev.tare.engine.Scenario;
import dev.tare.engine.bill.Scales;
import dev.tare.engine.graph.Topology;
import java.util.Arrays;
import java.util.List;

/** What groupings of an estate weigh, and the advisor's question about them. */
final class Plans {
    /** Services weighed while searching: groupings times services, so that a large estate takes no longer. */
    private static final long WEIGHED = 1_200_000;
    /** A time takes far longer to find than a cost. */
    private static final long TIMED = 3_000;
    private static final int FEWEST = 16;
    private static final int POINTS = 40;
    /** Of a larger estate every second is dear: fewer steps are tried and fewer points of the path shown. */
    private static final int MOST_AT_LENGTH = 5_000;

    private final CallGraph graph;
    private final Scales scales;
    private final double[] values;
    private final MergeQuestion question;
    private final Rules rules;
    private final int[] today;

    Plans(CallGraph graph, Scales scales, double[] values, MergeQuestion question) {
        this.graph = graph;
        this.scales = scales;
        this.values = values;
        this.question = question;
        today = Grouping.canonical(question.today());
        rules = rules(scales.memoryAsked(scenario(Grouping.oneEach(today.length)), values));
    }

    /** What to ask the advisor. */
    Question question() {
        Calls calls = Calls.of(new Topology(graph), scales.traffic(scenario(today), values));
        Guides guides = new Guides(graph, calls, scales, values, rules.traits());
        List<Terms> led = guides.of(question.aim(), question.rules().teams(), this::weigh,
                scenario(Packed.of(rules)));
        boolean timed = question.aim().usdPerMs() > 0 || !question.aim().inMoney();
        boolean large = today.length > MOST_AT_LENGTH;
        long effort = large ? FEWEST : (timed ? TIMED : WEIGHED) / Math.max(1, today.length);
        return new Question(this::weigh, led, rules, limit(), calls, today, (int) Math.max(FEWEST, effort),
                large ? POINTS / 2 : POINTS);
    }

    /** A plan in money and, where asked for, in time. */
    Plan plan(int[] units, boolean timed) {
        return new Plan(gross(units), timed ? p99(units) : Double.NaN,
                Merges.sharedTeams(units, rules.traits().team()));
    }

    private double weigh(int[] units) {
        MergeQuestion.Aim aim = question.aim();
        if (!aim.inMoney()) {
            return p99(units);
        }
        double price = question.rules().teams().usdPerFurther();
        return gross(units) + (price == 0 ? 0 : price * Merges.sharedTeams(units, rules.traits().team()))
                + (aim.usdPerMs() == 0 ? 0 : aim.usdPerMs() * p99(units));
    }

    private double gross(int[] units) {
        return scales.weigh(scenario(units), values).grossCost();
    }

    private double p99(int[] units) {
        return scales.p99(scenario(units), values);
    }

    private Limit limit() {
        return new Limit(question.rules().times().stream()
                .map(each -> new Limit.Each(units -> time(each, units), each.ms(), each.service())).toList());
    }

    private double time(TimeLimit limit, int[] units) {
        return scales.entryP99s(scenario(units), values).entrySet().stream()
                .filter(entry -> limit.service() == TimeLimit.EVERY || entry.getKey() == limit.service())
                .mapToDouble(java.util.Map.Entry::getValue).max().orElse(0);
    }

    private Scenario scenario(int[] units) {
        return new Scenario("plan", question.shape(), units, question.runs() && Arrays.equals(units, today));
    }

    private Rules rules(double[] memory) {
        Rules all = Rules.of(Rules.Traits.of(graph, memory)).memoryAtMost(question.rules().memoryLimit());
        if (question.rules().teams().apart()) {
            all = all.withTeamsApart();
        }
        for (List<Integer> pair : question.rules().apart()) {
            all = all.keepApart(pair.get(0), pair.get(1));
        }
        for (List<Integer> set : question.rules().together()) {
            all = all.keepTogether(set.toArray(Integer[]::new));
        }
        return all;
    }
}
