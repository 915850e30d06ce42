package dev.tare.engine.advice;

import dev.tare.engine.Advice;
import dev.tare.engine.CallGraph;
import dev.tare.engine.MergeAdvice;
import dev.tare.engine.MergeAdvice.Plan;
import dev.tare.engine.MergeQuestion;
import dev.tare.engine.MergeQuestion.Aim;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service;
import dev.tare.engine.bill.Scales;
import dev.tare.engine.graph.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Asks the advisor about an estate, with what its bill says a grouping weighs as the objective. */
public final class Merges {
    private static final int DRAWN = 60;
    /** Services weighed while searching: groupings times services, so that a large estate takes no longer. */
    private static final long WEIGHED = 1_500_000;
    /** A time is found by drawing requests, which takes far longer than a cost. */
    private static final long TIMED = 3_000;
    private static final int POINTS = 40;

    private final CallGraph graph;
    private final Scales scales;
    private final double[] values;
    private final MergeQuestion question;
    private final int[] today;

    private Merges(CallGraph graph, Scales scales, double[] values, MergeQuestion question) {
        this.graph = graph;
        this.scales = scales;
        this.values = values;
        this.question = question;
        today = Grouping.canonical(question.today());
    }

    /** Answers at one set of assumption values; throws {@link dev.tare.engine.Contradiction}. */
    public static MergeAdvice of(CallGraph graph, Scales scales, double[] values, MergeQuestion question) {
        return new Merges(graph, scales, values, question).answer();
    }

    private MergeAdvice answer() {
        Objective objective = question.aim() == Aim.COST ? this::gross : this::p99;
        Topology topology = new Topology(graph);
        Calls calls = Calls.of(topology, scales.traffic(scenario(today), values));
        double[] memory = graph.services().stream().mapToDouble(Merges::memory).toArray();
        Terms guide = Guide.fit(objective, calls, bytes(calls), memory, DRAWN);
        long effort = question.aim() == Aim.COST ? WEIGHED : TIMED;
        int weighings = (int) Math.max(DRAWN, effort / Math.max(1, memory.length));
        Advice advice = Advisor.advise(
                new Question(objective, guide, rules(memory), Limit.NONE, calls, today, weighings, POINTS));
        return new MergeAdvice(advice, plan(today),
                advice.path().stream().map(step -> plan(step.grouping())).toList());
    }

    private Rules rules(double[] memory) {
        Rules rules = Rules.of(Rules.Traits.of(graph, memory));
        if (question.rules().teamsApart()) {
            rules = rules.withTeamsApart();
        }
        for (List<Integer> pair : question.rules().apart()) {
            rules = rules.keepApart(pair.get(0), pair.get(1));
        }
        for (List<Integer> set : question.rules().together()) {
            rules = rules.keepTogether(set.toArray(Integer[]::new));
        }
        return rules;
    }

    private Plan plan(int[] units) {
        return new Plan(gross(units), p99(units));
    }

    private double gross(int[] units) {
        return scales.weigh(scenario(units), values).grossCost();
    }

    private double p99(int[] units) {
        return scales.p99(scenario(units), values);
    }

    private Scenario scenario(int[] units) {
        return new Scenario("plan", question.shape(), units, question.runs() && Arrays.equals(units, today));
    }

    /** Bytes/s of each call both ways; what nobody stated adds nothing to what leads the search. */
    private double[] bytes(Calls calls) {
        return IntStream.range(0, calls.rate().length).mapToDouble(call -> {
            CallGraph.Call each = graph.calls().get(call);
            return calls.rate()[call] * (orNothing(each.requestBytes()) + orNothing(each.responseBytes()));
        }).toArray();
    }

    private static double memory(Service service) {
        return orNothing(Double.isNaN(service.memoryRequest()) ? service.memoryUsed() : service.memoryRequest());
    }

    private static double orNothing(double stated) {
        return Double.isNaN(stated) ? 0 : stated;
    }
}
