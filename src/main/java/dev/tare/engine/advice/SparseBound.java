package dev.tare.engine.advice;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What no permitted grouping can cost less than, in one pass over the calls. Each service costs the least it can, alone
 * or joined; joined, it saves half of what it exchanges with the partners that still fit beside it (the last one cut),
 * and carries its share by memory of one replica floor for each unit:
 *
 * <pre>bound = constant + Σ_s min(alone_s, joined_s + floor · (perMemory · memory_s + perReplica · memory_s ÷ limit)
 *         + ½ · best partners of s within limit − memory_s)</pre>
 *
 * <p>Example: limit 4, a (memory 2) saves 6 with b (memory 1) and 4 with c (memory 2): b fits whole, half of c: −½ · 8.
 */
final class SparseBound {
    private final Terms terms;
    private final Constraints rules;

    private SparseBound(Terms terms, Constraints rules) {
        this.terms = terms;
        this.rules = rules;
    }

    static double of(Terms terms, Constraints rules) {
        SparseBound bound = new SparseBound(terms, rules);
        double sum = terms.constant();
        for (int s = 0; s < terms.services(); s++) {
            sum += Math.min(terms.load().alone()[s], bound.joined(s));
        }
        return sum;
    }

    private double joined(int s) {
        Sizing sizing = terms.sizing();
        double memory = terms.load().memory()[s];
        double share = Math.min(1, memory / rules.rules().memoryLimit());
        return terms.load().joined()[s] + sizing.memoryAtFloor() * memory + sizing.floor() * sizing.perReplica() * share
                + partners(s, rules.rules().memoryLimit() - memory) / 2;
    }

    private double partners(int s, double room) {
        Pairs pairs = terms.pairs();
        Integer[] useful = java.util.stream.IntStream.range(pairs.start()[s], pairs.start()[s + 1])
                .filter(k -> pairs.weight()[k] < 0 && rules.mayShare(s, pairs.other()[k])).boxed()
                .toArray(Integer[]::new);
        Arrays.sort(useful, Comparator.comparingDouble(k -> pairs.weight()[k] / memory(k)));
        double saved = 0;
        double left = room;
        for (int i = 0; i < useful.length && left > 0; i++) {
            saved += pairs.weight()[useful[i]] * Math.min(1, left / memory(useful[i]));
            left -= memory(useful[i]);
        }
        return saved;
    }

    private double memory(int pair) {
        return Math.max(Double.MIN_NORMAL, terms.load().memory()[terms.pairs().other()[pair]]);
    }
}
