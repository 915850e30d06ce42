package dev.tare.engine.advice;

import dev.tare.engine.Evidence;

import dev.tare.engine.Advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import dev.tare.engine.Advice.Step;
import dev.tare.engine.Blocker.Reason;

class AdvisorTest {
    @Test
    void laysOutTheWholePathOfThePublishedTree() {
        Advice advice = Advisor.advise(Question.of(SlambucTest.tree(), SlambucTest.limited()));
        assertThat(advice.exact()).isTrue();
        assertThat(advice.weight()).isEqualTo(858);
        assertThat(advice.path()).hasSize(10);
        assertThat(advice.path().getFirst().weight()).isEqualTo(1090);
        assertThat(advice.path().get(advice.best()).weight()).isEqualTo(858);
        Step last = advice.path().getLast();
        assertThat(last.weight()).isEqualTo(822);
        assertThat(last.permitted()).isFalse();
        assertThat(advice.path().stream().flatMap(step -> step.blockers().stream()))
                .anyMatch(b -> b.reason() == Reason.MEMORY && b.found() == 15 && b.limit() == 6);
    }

    @Property(tries = 60)
    void pathHasBothEndsAndEveryStepSavesWhatItSays(@ForAll @IntRange(min = 1, max = 30) int services,
            @ForAll long seed) {
        Instances instance = Instances.everything(services, 3, seed);
        Advice advice = Advisor.advise(Question.of(instance.terms(), instance.rules()).effort(500, 40));
        List<Step> path = advice.path();
        assertThat(path).extracting(Step::units)
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, services).mapToObj(i -> services - i)
                        .toList());
        for (int i = 0; i < path.size(); i++) {
            Step step = path.get(i);
            double before = path.get(Math.max(0, i - 1)).weight();
            assertThat(step.weight()).isCloseTo(instance.terms().weigh(step.grouping()), within(1e-9));
            assertThat(step.saving()).isCloseTo(before - step.weight(), within(1e-9));
            assertThat(step.permitted()).isEqualTo(instance.constraints().keeps(step.grouping()));
        }
        assertThat(path.get(advice.best()).grouping()).isEqualTo(advice.optimum());
        assertThat(path.get(advice.best()).permitted()).isTrue();
        assertThat(advice.knee()).isBetween(0, advice.best());
    }

    @Property(tries = 40)
    void aStepThatLeavesTheRulesNamesOne(@ForAll @IntRange(min = 2, max = 20) int services, @ForAll long seed) {
        Instances instance = Instances.everything(services, 3, seed);
        Advice advice = Advisor.advise(Question.of(instance.terms(), instance.rules()).effort(500, 40));
        for (int i = 1; i < advice.path().size(); i++) {
            if (advice.path().get(i - 1).permitted() && !advice.path().get(i).permitted()) {
                assertThat(advice.path().get(i).blockers()).isNotEmpty();
            }
        }
    }

    @Property(tries = 30)
    void weighsTheWholePlanWhereTheGuideIsOnlyNear(@ForAll @IntRange(min = 2, max = 8) int services,
            @ForAll long seed) {
        Instances instance = Instances.everything(services, 3, seed);
        Objective rounded = units -> Math.ceil(instance.terms().weigh(units) / 5) * 5;
        Question exact = new Question(rounded, List.of(instance.terms()), instance.rules(), Limit.NONE,
                Question.of(instance.terms(), instance.rules()).calls(), Grouping.oneEach(services), 120_000, 40);
        Advice best = Advisor.advise(exact);
        Advice led = Advisor.advise(exact.effort(1, 40));
        assertThat(best.exact()).isTrue();
        assertThat(led.weight()).isGreaterThanOrEqualTo(best.weight());
        assertThat(led.exact()).isEqualTo(Enumeration.atMost(1, instance.constraints()));
        assertThat(instance.constraints().keeps(led.optimum())).isTrue();
    }

    @Test
    void staysWhereNothingIsLighter() {
        Question question = Question.of(SlambucTest.tree(), SlambucTest.limited());
        Advice advice = Advisor.advise(question.today(Advisor.advise(question).optimum()));
        assertThat(advice.today().stay()).isTrue();
        assertThat(advice.today().weight()).isEqualTo(858);
    }

    @Test
    void splitsOutWhatMakesTheOthersCarryItsWeight() {
        // c asks for 40 vCPU at 1 vCPU a replica; a and b bring 10 bytes of memory into each of its 40 replicas
        double[] memory = { 10, 10, 1 };
        Terms.Load load = new Terms.Load(new double[]{ 11, 11, 60 }, new double[3], new double[]{ 1, 1, 40 }, memory,
                new int[3]);
        Pairs pairs = Pairs.of(3, new int[]{ 0, 1 }, new int[]{ 1, 2 }, new double[]{ -9, -2 });
        Terms terms = new Terms(0, load, new Sizing(1, 1, 1, 0.5), pairs, 0);
        Advice advice = Advisor
                .advise(Question.of(terms, Rules.of(Rules.Traits.alike(memory))).today(new int[]{ 0, 0, 0 }));
        assertThat(advice.today().stay()).isFalse();
        assertThat(advice.today().splits().getFirst().service()).isEqualTo(2);
        assertThat(advice.optimum()).containsExactly(0, 0, 1);
    }

    @Test
    void keepsALatencyObjective() {
        Question question = Question.of(SlambucTest.tree(), SlambucTest.limited());
        Objective largest = units -> Arrays.stream(Grouping.members(units)).mapToInt(m -> m.length).max().orElse(0);
        Advice advice = Advisor.advise(question.within(Limit.of(largest, 2)));
        assertThat(largest.weigh(advice.optimum())).isLessThanOrEqualTo(2);
        assertThat(advice.weight()).isGreaterThan(858);
        assertThat(advice.path().getLast().blockers()).anyMatch(b -> b.reason() == Reason.LATENCY && b.found() == 10);
    }

    @Test
    void marksTheKneeWhereTheCurveBends() {
        // the first pair saves 100, the next 1, the last 1: farthest below the line from 3 units fewer to none
        Pairs pairs = Pairs.of(4, new int[]{ 0, 1, 2 }, new int[]{ 1, 2, 3 }, new double[]{ -100, -1, -1 });
        Terms terms = new Terms(200, Terms.Load.weightless(new double[4]), Sizing.FREE, pairs, 0);
        Advice advice = Advisor.advise(Question.of(terms, Rules.of(Rules.Traits.alike(new double[4]))));
        assertThat(advice.path()).extracting(Step::weight).containsExactly(200.0, 100.0, 99.0, 98.0);
        assertThat(advice.knee()).isEqualTo(1);
        assertThat(advice.best()).isEqualTo(3);
    }

    @Test
    void showsWhatSpeaksForAMerge() {
        Calls calls = new Calls(new int[]{ 0, 0 }, new int[]{ 1, 2 }, new double[]{ 10, 30 });
        assertThat(calls.between(new int[]{ 0 }, new int[]{ 1 })).isEqualTo(new Evidence(10, 0.25, 1));
        assertThat(calls.between(new int[]{ 1 }, new int[]{ 0 })).isEqualTo(new Evidence(10, 0.25, 1));
    }

    @Test
    void thinsALongPathButKeepsItsEnds() {
        Instances instance = Instances.everything(200, 3, 9);
        Advice advice = Advisor.advise(Question.of(instance.terms(), instance.rules()).effort(10, 20));
        assertThat(advice.path()).hasSizeLessThanOrEqualTo(21);
        assertThat(advice.path().getFirst().units()).isEqualTo(200);
        assertThat(advice.path().getLast().units()).isEqualTo(1);
        assertThat(advice.path().get(advice.best()).grouping()).isEqualTo(advice.optimum());
        assertThat(advice.path().stream().mapToInt(Step::merges).sum()).isEqualTo(199);
        assertThat(advice.bound()).isLessThanOrEqualTo(advice.weight());
    }

    @Test
    void answersTheSameEveryTime() {
        Instances instance = Instances.everything(45, 3, 4);
        Question question = Question.of(instance.terms(), instance.rules()).effort(10, 60);
        assertThat(Advisor.advise(question)).usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class).isEqualTo(Advisor.advise(question));
    }
}
