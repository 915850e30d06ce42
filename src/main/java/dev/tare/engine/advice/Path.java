package dev.tare.engine.advice;

import dev.tare.engine.Evidence;

import dev.tare.engine.Blocker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.tare.engine.Advice.Step;
import dev.tare.engine.advice.Merging.Merge;

/**
 * The way from one unit each to all in one. First the optimum's units are put together, the largest saving first; then
 * whatever the rules still allow; then the rest, with the rules each merge breaks listed. A path of more merges than
 * points is thinned out evenly; both ends and the optimum stay.
 */
final class Path {
    private static final int MOST_BLOCKERS = 8;

    private final Question question;
    private final Constraints rules;
    private final List<Merge> merges = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final int[][] members;
    private final int toOptimum;
    private int optimumAt;

    Path(Question question, Constraints rules, int[] optimum) {
        this.question = question;
        this.rules = rules;
        int services = optimum.length;
        int[] start = Grouping.oneEach(services);
        members = new int[services][];
        Arrays.setAll(members, i -> new int[]{ i });
        lead(Units.Fence.within(optimum), start);
        toOptimum = merges.size();
        int[] allowed = lead(Units.Fence.of(rules), optimum);
        lead(Units.Fence.within(new int[services]), allowed);
        walk(start);
    }

    List<Step> steps() {
        return steps;
    }

    /** Position of the optimum. */
    int optimumAt() {
        return optimumAt;
    }

    /** The point before the optimum farthest below the line between the first point and the optimum; ties: more units. */
    int knee() {
        Step first = steps.get(0);
        Step last = steps.get(optimumAt);
        double slope = (last.weight() - first.weight()) / Math.max(1, first.units() - last.units());
        int knee = optimumAt;
        double farthest = 1e-9 * Math.abs(first.weight());
        for (int i = 0; i < optimumAt; i++) {
            double line = first.weight() + slope * (first.units() - steps.get(i).units());
            if (line - steps.get(i).weight() > farthest) {
                farthest = line - steps.get(i).weight();
                knee = i;
            }
        }
        return knee;
    }

    private int[] lead(Units.Fence fence, int[] from) {
        Units units = new Units(question.guide(), fence, from);
        merges.addAll(Merging.all(units));
        return units.grouping();
    }

    private void walk(int[] first) {
        show(first, 0, 0);
        int shown = Math.max(1, question.points() - 2);
        int done = 0;
        for (int next = 1; next <= merges.size(); next++) {
            boolean due = (long) next * shown / merges.size() > (long) (next - 1) * shown / merges.size();
            if (due || merges.size() <= shown || next == toOptimum || next == merges.size()) {
                show(first, done, next);
                done = next;
            }
            optimumAt = next == toOptimum ? steps.size() - 1 : optimumAt;
        }
    }

    /** Does the merges from one position up to another and weighs what they lead to. */
    private void show(int[] first, int from, int to) {
        List<Blocker> blockers = new ArrayList<>();
        Evidence evidence = new Evidence(0, 0, 0);
        for (int k = from; k < to; k++) {
            Merge merge = merges.get(k);
            if (blockers.size() < MOST_BLOCKERS) {
                blockers.addAll(rules.between(members[merge.a()], members[merge.b()]));
            }
            evidence = k + 1 == to ? question.calls().between(members[merge.a()], members[merge.b()]) : evidence;
            join(merge, first);
        }
        int[] grouping = Grouping.canonical(first);
        double weight = question.objective().weigh(grouping);
        Blocker slow = question.latency().broken(grouping);
        if (slow != null) {
            blockers.add(slow);
        }
        Merge last = to == from ? new Merge(-1, -1) : merges.get(to - 1);
        double before = steps.isEmpty() ? weight : steps.getLast().weight();
        steps.add(new Step(grouping, Grouping.count(grouping), weight, before - weight, to - from, last.a(), last.b(),
                evidence, blockers, slow == null && rules.keeps(grouping)));
    }

    private void join(Merge merge, int[] first) {
        int[] left = members[merge.a()];
        int[] right = members[merge.b()];
        for (int service : right) {
            first[service] = merge.a();
        }
        int[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        members[merge.a()] = both;
        members[merge.b()] = new int[0];
    }
}
