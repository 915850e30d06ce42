package dev.tare.comparison;

import dev.tare.engine.Advice;
import dev.tare.engine.Draws;
import dev.tare.engine.Engine;
import dev.tare.engine.Measure;
import dev.tare.engine.MergeAdvice.Plan;
import dev.tare.engine.MergeQuestion;
import dev.tare.engine.MergeQuestion.Least;
import dev.tare.engine.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Weighs today and the plans of a path under the same draws of all assumptions; everything in US dollars. */
final class Drawing {
    private static final int MOST_SERVICES = 2_000;
    private static final long MOST_WORK = 3_000_000;
    private static final long MOST_TIMED = 60_000;
    private static final int MOST = 1_000;
    private static final int FEWEST = 20;

    private final Engine engine;
    private final MergeQuestion question;
    private final Advice advice;
    private final Draws draws;

    Drawing(Engine engine, MergeQuestion question, Advice advice, Sampling sampling) {
        this.engine = engine;
        this.question = question;
        this.advice = advice;
        draws = sampling.draws(affordable(question, whole() ? advice.path().size() + 1 : 2), Question.SEED);
    }

    /** How often every assumption is drawn. */
    int count() {
        return draws.count();
    }

    /** Whether the whole path is drawn, or only what is advised. */
    boolean whole() {
        return question.today().length <= MOST_SERVICES && question.aim().least() == Least.COST;
    }

    /** The weight of what runs today in every draw. */
    double[] today(Plan plan) {
        return weights(question.today(), plan);
    }

    /** The weight of the plan advised in every draw. */
    double[] best(Plan plan) {
        return weights(advice.optimum(), plan);
    }

    /** The weights of every plan of the path in every draw. */
    List<double[]> path(List<Plan> plans) {
        List<double[]> path = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            path.add(weights(advice.path().get(i).grouping(), plans.get(i)));
        }
        return path;
    }

    /** One plan under all draws before the next, so that what its grouping comes to is found once. */
    private double[] weights(int[] units, Plan plan) {
        boolean today = question.runs() && Arrays.equals(units, question.today());
        List<Scenario> scenario = List.of(new Scenario("plan", question.shape(), units, today));
        double[] weights = new double[draws.count()];
        if (question.aim().inMoney()) {
            weights = engine.draw(scenario, draws).gross(0, Measure.COST);
            add(weights, question.rules().teams().usdPerFurther() * plan.sharedTeams());
        }
        if (question.aim().least() != Least.COST) {
            double[] times = engine.drawTimes(scenario, draws).gross(0, Measure.P99_MS);
            double worth = question.aim().inMoney() ? question.aim().usdPerMs() : 1;
            for (int draw = 0; draw < weights.length; draw++) {
                weights[draw] += worth * times[draw];
            }
        }
        return weights;
    }

    private static void add(double[] weights, double more) {
        for (int draw = 0; draw < weights.length; draw++) {
            weights[draw] += more;
        }
    }

    private static int affordable(MergeQuestion question, int plans) {
        long work = question.aim().least() == Least.COST ? MOST_WORK : MOST_TIMED;
        return Math.clamp(work / Math.max(1, (long) plans * question.today().length), FEWEST, MOST);
    }
}
