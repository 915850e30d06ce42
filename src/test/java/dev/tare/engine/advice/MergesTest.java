package dev.tare.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.engine.Blocker.Reason;
import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Engine;
import dev.tare.engine.InventedShapes;
import dev.tare.engine.MergeAdvice;
import dev.tare.engine.MergeQuestion;
import dev.tare.engine.MergeQuestion.Aim;
import dev.tare.engine.MergeQuestion.Teams;
import dev.tare.engine.MergeQuestion.TimeLimit;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service;
import dev.tare.engine.Service.Isolation;
import dev.tare.engine.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Advice on estates against every grouping there is, each rule checked here by its own words and not by the advisor's. */
class MergesTest {
    private static final InventedShapes SHAPES = new InventedShapes();

    @Property(tries = 40)
    void theOptimumIsTheBestOfAllGroupingsThatKeepTheRules(@ForAll @IntRange(min = 2, max = 6) int services,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CallGraph graph = estate(services, random);
        MergeQuestion.Rules rules = rules(services, random);
        Trial trial = new Trial(graph, shape(random), rules, Aim.COST);
        MergeAdvice advice = trial.advice();
        double best = trial.best(units -> trial.gross(units) + rules.teams().usdPerFurther() * trial.further(units));
        assertThat(advice.advice().exact()).isEqualTo(Double.isFinite(best));
        if (Double.isFinite(best)) {
            assertThat(advice.advice().weight()).isCloseTo(best, within(1e-6 * best));
            assertThat(trial.kept(advice.advice().optimum())).isTrue();
        } else {
            assertThat(advice.advice().path().get(advice.advice().best()).blockers())
                    .anyMatch(blocker -> blocker.reason() == Reason.LATENCY);
        }
    }

    @Property(tries = 10)
    void bothAimsCountWhereBothAreAskedFor(@ForAll @IntRange(min = 2, max = 5) int services, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CallGraph graph = estate(services, random);
        double usdPerMs = random.nextDouble(1, 100);
        Trial trial = new Trial(graph, shape(random), MergeQuestion.Rules.of(Teams.FREE), Aim.both(usdPerMs));
        double best = trial.best(units -> trial.gross(units) + usdPerMs * trial.slowest(units));
        assertThat(trial.advice().advice().weight()).isCloseTo(best, within(1e-6 * best));
    }

    @Property(tries = 20)
    void whatARuleCostsIsNeverLessThanNothing(@ForAll @IntRange(min = 2, max = 6) int services, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Trial trial = new Trial(estate(services, random), shape(random), rules(services, random), Aim.COST);
        MergeAdvice advice = trial.advice();
        assertThat(advice.levers()).allSatisfy(lever -> assertThat(lever.saving()).isNotNegative()
                .isLessThanOrEqualTo(advice.advice().weight()));
    }

    @Test
    void aPriceForSharingLiesBetweenNeverAndFreely() {
        SplittableRandom random = new SplittableRandom(5);
        CallGraph graph = estate(6, random);
        Shape shape = shape(random);
        double never = weight(graph, shape, Teams.APART);
        double priced = weight(graph, shape, Teams.priced(7));
        double free = weight(graph, shape, Teams.FREE);
        assertThat(free).isLessThanOrEqualTo(priced);
        assertThat(priced).isLessThanOrEqualTo(never);
        assertThat(weight(graph, shape, Teams.priced(1e9))).isCloseTo(never, within(1e-6));
    }

    private static double weight(CallGraph graph, Shape shape, Teams teams) {
        return new Trial(graph, shape, MergeQuestion.Rules.of(teams), Aim.COST).advice().advice().weight();
    }

    private static Shape shape(SplittableRandom random) {
        List<String> names = SHAPES.names();
        return SHAPES.shape(names.get(random.nextInt(names.size())));
    }

    private static CallGraph estate(int services, SplittableRandom random) {
        List<Service> all = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            Isolation need = random.nextInt(6) == 0 ? Isolation.REGULATED : Isolation.NONE;
            all.add(new Service("s" + i, "team " + random.nextInt(2), random.nextInt(4) == 0 ? 1 : 0,
                    random.nextInt(1, 4), 0.5, 0.1, 4e8, 2e8, 2, 10, Double.NaN, Double.NaN, List.of(), 1e7, 4, 100,
                    20, 2, need, false, List.of()));
            if (i > 0) {
                calls.add(new Call(random.nextInt(i), i, Mode.SEQUENTIAL, random.nextDouble(0.5, 3), 1e3, 4e3));
            }
        }
        return new CallGraph(all, calls, List.of(new Entry(0, 20, 40)), SHAPES.runtimes());
    }

    private static MergeQuestion.Rules rules(int services, SplittableRandom random) {
        Teams teams = List.of(Teams.APART, Teams.FREE, Teams.priced(random.nextDouble(1, 60)))
                .get(random.nextInt(3));
        List<TimeLimit> times = random.nextInt(3) == 0
                ? List.of(new TimeLimit(random.nextBoolean() ? TimeLimit.EVERY : 0, random.nextDouble(5, 60)))
                : List.of();
        List<List<Integer>> apart = random.nextBoolean() ? List.of(List.of(0, services - 1)) : List.of();
        return new MergeQuestion.Rules(teams, random.nextBoolean() ? 1e9 : Double.POSITIVE_INFINITY, times, apart,
                List.of());
    }

    /** One question and every grouping of its estate. */
    private record Trial(CallGraph graph, Engine engine, double[] values, MergeQuestion question) {
        Trial(CallGraph graph, Shape shape, MergeQuestion.Rules rules, Aim aim) {
            this(graph, new Engine(graph, SHAPES.assumptions()), SHAPES.assumptions().likely(),
                    new MergeQuestion(shape, Grouping.oneEach(graph.services().size()), false, aim, rules));
        }

        MergeAdvice advice() {
            return engine.advise(question);
        }

        double best(ToDoubleFunction<int[]> weight) {
            return Instances.partitions(graph.services().size()).stream().filter(this::kept).mapToDouble(weight).min()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        boolean kept(int[] units) {
            boolean fits = Arrays.stream(Grouping.members(units)).allMatch(this::fits);
            boolean apart = question.rules().apart().stream().noneMatch(two -> units[two.get(0)] == units[two.get(1)]);
            return fits && apart && question.rules().times().stream().allMatch(limit -> slowest(units) <= limit.ms());
        }

        private boolean fits(int[] members) {
            Service first = graph.services().get(members[0]);
            boolean alike = Arrays.stream(members).mapToObj(graph.services()::get)
                    .allMatch(other -> other.runtime() == first.runtime() && other.isolation() == first.isolation()
                            && (!question.rules().teams().apart() || other.team().equals(first.team())));
            double memory = Arrays.stream(members).mapToDouble(i -> graph.services().get(i).memoryRequest()).sum();
            return members.length == 1 || alike && memory <= question.rules().memoryLimit();
        }

        double gross(int[] units) {
            return engine.gross(scenario(units), values);
        }

        /** There is one entry point, so its time is that of all. */
        double slowest(int[] units) {
            return engine.weigh(scenario(units)).latency().getFirst().p99().likely();
        }

        int further(int[] units) {
            return Arrays.stream(Grouping.members(units)).mapToInt(members -> (int) Arrays.stream(members)
                    .mapToObj(i -> graph.services().get(i).team()).distinct().count() - 1).sum();
        }

        private Scenario scenario(int[] units) {
            return new Scenario("x", question.shape(), units, false);
        }
    }
}
