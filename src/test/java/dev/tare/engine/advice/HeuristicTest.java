package dev.tare.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeuristicTest {
    @Property(tries = 100)
    void keepsEveryRuleAndNeverLosesToItsStart(@ForAll @IntRange(min = 1, max = 120) int services, @ForAll long seed) {
        Instances instance = Instances.everything(services, 3, seed);
        Constraints rules = instance.constraints();
        int[] found = Heuristic.search(instance.terms(), rules, rules.finest());
        assertThat(rules.keeps(found)).isTrue();
        assertThat(instance.terms().weigh(found)).isLessThanOrEqualTo(instance.terms().weigh(rules.finest()));
    }

    @Property(tries = 60)
    void theBoundsLieBelowTheOptimum(@ForAll @IntRange(min = 1, max = 9) int services, @ForAll long seed) {
        Instances instance = Instances.everything(services, 3, seed);
        Constraints rules = instance.constraints();
        double optimum = Enumeration.of(rules, instance.terms(), Limit.NONE).weight();
        assertThat(SparseBound.of(instance.terms(), rules)).isLessThanOrEqualTo(optimum + 1e-9);
        assertThat(Relaxed.bound(Problem.of(instance.terms(), rules))).isLessThanOrEqualTo(optimum + 1e-9);
    }

    @Property(tries = 60)
    void knowsEachMergeWithoutWeighingThePlan(@ForAll @IntRange(min = 2, max = 30) int services, @ForAll long seed) {
        Instances instance = Instances.everything(services, 3, seed);
        int[] all = new int[services];
        Units units = new Units(instance.terms(), Units.Fence.within(all), Grouping.oneEach(services));
        Units replay = new Units(instance.terms(), Units.Fence.within(all), Grouping.oneEach(services));
        List<Merging.Merge> merges = Merging.all(units);
        assertThat(merges).hasSize(services - 1);
        for (Merging.Merge merge : merges) {
            double before = instance.terms().weigh(replay.grouping());
            double change = replay.change(replay.find(merge.a()), replay.find(merge.b()));
            replay.merge(replay.find(merge.a()), replay.find(merge.b()));
            assertThat(instance.terms().weigh(replay.grouping()) - before).isCloseTo(change, within(1e-7));
        }
    }

    @Property(tries = 50)
    void linksBehaveLikeAMap(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Links links = new Links(2);
        Map<Integer, Double> map = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            int unit = random.nextInt(60) * (i % 3 == 0 ? 128 : 1);
            if (random.nextInt(3) == 0) {
                Double gone = map.remove(unit);
                assertThat(links.remove(unit)).isEqualTo(gone == null ? 0 : gone);
            } else {
                links.add(unit, i);
                map.merge(unit, (double) i, Double::sum);
            }
            assertThat(links.size()).isEqualTo(map.size());
        }
        map.forEach((unit, weight) -> assertThat(links.get(unit)).isEqualTo(weight));
    }

    @Test
    void sparseBoundExample() {
        Pairs pairs = Pairs.of(3, new int[]{ 0, 0 }, new int[]{ 1, 2 }, new double[]{ -6, -4 });
        double[] memory = { 2, 1, 2 };
        Terms terms = new Terms(0, Terms.Load.weightless(memory), Sizing.FREE, pairs, 0);
        Rules rules = Rules.of(Rules.Traits.alike(memory)).memoryAtMost(4);
        // a: 6 + 4 / 2 = 8, b: 6, c: 4 whole; half of each
        assertThat(SparseBound.of(terms, new Constraints(rules, pairs))).isEqualTo(-9);
    }

    @Test
    void sizingExample() {
        assertThat(new Sizing(2, 4, 3, 0.5).cost(9, 10)).isEqualTo(24);
    }

    @Test
    void termsExample() {
        Terms.Load load = new Terms.Load(new double[]{ 10, 10 }, new double[]{ 6, 6 }, new double[2], new double[2],
                new int[2]);
        Pairs pairs = Pairs.of(2, new int[]{ 0 }, new int[]{ 1 }, new double[]{ -5 });
        Terms terms = new Terms(5, load, new Sizing(1, 1, 3, 0), pairs, 0);
        assertThat(terms.weigh(new int[]{ 0, 1 })).isEqualTo(25);
        assertThat(terms.weigh(new int[]{ 0, 0 })).isEqualTo(15);
    }
}
