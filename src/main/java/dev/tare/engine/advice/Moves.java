package dev.tare.engine.advice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Moves services one at a time to the unit where the whole plan costs least, a unit of its own included, until no move
 * saves anything or {@value #PASSES} passes are done. Services kept together by hand are left where they are.
 */
final class Moves {
    private static final int PASSES = 12;

    private final Terms terms;
    private final Constraints rules;
    private final int[] unitOf;
    private final int[] size;
    private final double[] alone;
    private final double[] joined;
    private final double[] cpu;
    private final double[] memory;
    private final int[] kind;
    private final Map<Long, Integer> teamMembers = new HashMap<>();
    private final int[] teams;
    private final double[] calls;
    private final int[] touched;
    private int free;

    private Moves(Terms terms, Constraints rules, int[] grouping) {
        this.terms = terms;
        this.rules = rules;
        int services = grouping.length;
        unitOf = grouping.clone();
        size = new int[services + 1];
        alone = new double[services + 1];
        joined = new double[services + 1];
        cpu = new double[services + 1];
        memory = new double[services + 1];
        kind = new int[services + 1];
        teams = new int[services + 1];
        calls = new double[services + 1];
        touched = new int[services + 1];
        for (int s = 0; s < services; s++) {
            put(s, unitOf[s]);
        }
    }

    /** The grouping after moving; never costs more than before. */
    static int[] improve(Terms terms, Constraints rules, int[] grouping) {
        Moves moves = new Moves(terms, rules, grouping);
        boolean[] fixed = fixed(rules);
        for (int pass = 0, moved = 1; pass < PASSES && moved > 0; pass++) {
            moved = 0;
            for (int s = 0; s < grouping.length; s++) {
                moved += !fixed[s] && moves.move(s) ? 1 : 0;
            }
        }
        return Grouping.canonical(moves.unitOf);
    }

    private static boolean[] fixed(Constraints rules) {
        boolean[] fixed = new boolean[rules.services()];
        for (int[] set : Grouping.members(rules.finest())) {
            for (int s : set) {
                fixed[s] = set.length > 1;
            }
        }
        return fixed;
    }

    private boolean move(int s) {
        int home = unitOf[s];
        int found = gather(s);
        double stay = calls[home];
        double before = cost(home);
        take(s, home);
        double leave = cost(home) - before - stay;
        int best = home;
        double least = -1e-9 * (1 + Math.abs(before));
        if (size[home] > 0) {
            double change = leave + terms.load().alone()[s];
            least = change < least ? change : least;
            best = change <= least ? emptyUnit() : home;
        }
        for (int k = 0; k < found; k++) {
            int unit = touched[k];
            if (unit != home && joins(s, unit)) {
                double change = leave + added(s, unit) + calls[unit];
                if (change < least) {
                    least = change;
                    best = unit;
                }
            }
        }
        clear(found);
        boolean allowed = best == home || !rules.rules().connected() || keepsContact(s, home, best);
        put(s, allowed ? best : home);
        return allowed && best != home;
    }

    private int gather(int s) {
        Pairs pairs = terms.pairs();
        int found = 0;
        for (int k = pairs.start()[s]; k < pairs.start()[s + 1]; k++) {
            int unit = unitOf[pairs.other()[k]];
            if (calls[unit] == 0) {
                touched[found++] = unit;
            }
            calls[unit] += pairs.weight()[k] == 0 ? Double.MIN_VALUE : pairs.weight()[k];
        }
        return found;
    }

    private void clear(int found) {
        for (int k = 0; k < found; k++) {
            calls[touched[k]] = 0;
        }
    }

    private int emptyUnit() {
        while (size[free] > 0) {
            free = free + 1 == size.length ? 0 : free + 1;
        }
        return free;
    }

    private boolean joins(int s, int unit) {
        boolean alike = size[unit] > 0 && kind[unit] == rules.kind(s);
        boolean peaceful = Arrays.stream(rules.apart(s)).noneMatch(other -> unitOf[other] == unit);
        return alike && peaceful && rules.fits(memory[unit] + terms.load().memory()[s]);
    }

    private boolean keepsContact(int s, int home, int target) {
        int[] rest = java.util.stream.IntStream.range(0, unitOf.length).filter(i -> unitOf[i] == home && i != s)
                .toArray();
        return rest.length < 2 || rules.contact().holdsTogether(rest);
    }

    private double added(int s, int unit) {
        double before = cost(unit);
        put(s, unit);
        double after = cost(unit);
        take(s, unit);
        return after - before;
    }

    private double cost(int unit) {
        if (size[unit] < 2) {
            return alone[unit];
        }
        return joined[unit] + terms.sizing().cost(cpu[unit], memory[unit]) + terms.teamPrice() * (teams[unit] - 1);
    }

    private void put(int s, int unit) {
        unitOf[s] = unit;
        kind[unit] = rules.kind(s);
        change(s, unit, 1);
        teams[unit] += terms.teamPrice() > 0 && teamMembers.merge(team(s, unit), 1, Integer::sum) == 1 ? 1 : 0;
    }

    private void take(int s, int unit) {
        unitOf[s] = -1;
        change(s, unit, -1);
        teams[unit] -= terms.teamPrice() > 0 && teamMembers.merge(team(s, unit), -1, Integer::sum) == 0 ? 1 : 0;
    }

    private long team(int s, int unit) {
        return (long) unit * size.length + terms.load().team()[s];
    }

    private void change(int s, int unit, int by) {
        Terms.Load load = terms.load();
        size[unit] += by;
        boolean empty = size[unit] == 0;
        alone[unit] = empty ? 0 : alone[unit] + by * load.alone()[s];
        joined[unit] = empty ? 0 : joined[unit] + by * load.joined()[s];
        cpu[unit] = empty ? 0 : cpu[unit] + by * load.cpu()[s];
        memory[unit] = empty ? 0 : memory[unit] + by * load.memory()[s];
    }
}
