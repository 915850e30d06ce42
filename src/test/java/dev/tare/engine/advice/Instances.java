package dev.tare.engine.advice;

import dev.tare.engine.Contradiction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import dev.tare.engine.Service.Isolation;

/** Random merging problems, the same for the same seed. */
record Instances(Terms terms, Rules rules) {
    /** Every term and every rule in play; about {@code degree} calls from each service. */
    static Instances everything(int services, double degree, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] memory = random.doubles(services, 0.2, 2).toArray();
        int[] team = random.ints(services, 0, 1 + services / 4).toArray();
        Terms.Load load = new Terms.Load(random.doubles(services, 5, 15).toArray(),
                random.doubles(services, 1, 6).toArray(), random.doubles(services, 0, 3).toArray(), memory, team);
        Sizing sizing = new Sizing(random.nextInt(1, 3), random.nextDouble(2, 8), random.nextDouble(0, 4),
                random.nextDouble(0, 2));
        Terms terms = new Terms(100, load, sizing, pairs(services, degree, random), random.nextInt(3));
        return new Instances(terms, rules(services, memory, team, random));
    }

    private static Pairs pairs(int services, double degree, SplittableRandom random) {
        int calls = (int) (services * degree);
        int[] a = random.ints(calls, 0, services).toArray();
        int[] b = random.ints(calls, 0, services).toArray();
        double[] weight = random.doubles(calls).map(u -> u < 0.1 ? 3 * u * 10 : -8 * u * u).toArray();
        return Pairs.of(services, a, b, weight);
    }

    private static Rules rules(int services, double[] memory, int[] team, SplittableRandom random) {
        int[] runtime = random.ints(services, 0, 5).map(r -> r == 4 ? 1 : 0).toArray();
        Isolation[] isolation = random.ints(services, 0, 20)
                .mapToObj(i -> i == 0 ? Isolation.UNTRUSTED : i == 1 ? Isolation.REGULATED : Isolation.NONE)
                .toArray(Isolation[]::new);
        boolean[] pinned = new boolean[services];
        Rules rules = Rules.of(new Rules.Traits(runtime, isolation, pinned, team, memory))
                .memoryAtMost(random.nextDouble(3, 8));
        if (services > 3 && random.nextBoolean()) {
            rules = rules.keepApart(random.nextInt(services / 2), services / 2 + random.nextInt(services / 2));
        }
        int first = random.nextInt(services);
        int second = random.nextInt(services);
        Rules more = rules.keepTogether(first, second);
        return random.nextBoolean() && keepable(more) ? more : rules;
    }

    private static boolean keepable(Rules rules) {
        try {
            return new Constraints(rules, Pairs.none(rules.services())).services() > 0;
        } catch (Contradiction e) {
            return false;
        }
    }

    Constraints constraints() {
        return new Constraints(rules, terms.pairs());
    }

    /** Every partition of the services, by inserting each service into each unit of every smaller partition. */
    static List<int[]> partitions(int services) {
        List<int[]> all = new ArrayList<>();
        all.add(new int[0]);
        for (int i = 0; i < services; i++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] shorter : all) {
                for (int unit = 0; unit <= Grouping.count(shorter); unit++) {
                    int[] next = Arrays.copyOf(shorter, i + 1);
                    next[i] = unit;
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
