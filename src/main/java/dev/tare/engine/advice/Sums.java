package dev.tare.engine.advice;

import java.util.Arrays;

/** What the units of one grouping sum up to under {@link Terms}, to tell what moving or merging would change. */
final class Sums {
    private final Terms terms;
    private final int[] units;
    private final int[][] members;
    private final double[] joined;
    private final double[] cpu;
    private final double[] memory;

    Sums(Terms terms, int[] units) {
        this.terms = terms;
        this.units = units;
        members = Grouping.members(units);
        joined = new double[members.length];
        cpu = new double[members.length];
        memory = new double[members.length];
        for (int i = 0; i < units.length; i++) {
            joined[units[i]] += terms.load().joined()[i];
            cpu[units[i]] += terms.load().cpu()[i];
            memory[units[i]] += terms.load().memory()[i];
        }
    }

    int size(int unit) {
        return members[unit].length;
    }

    /** What moving a service to a unit costs more; to one of its own where the unit is -1. */
    double moved(int service, int to) {
        int home = units[service];
        double calls = calls(service, to) - calls(service, home);
        double into = to < 0 ? terms.load().alone()[service] : with(to, service, 1) - cost(to);
        return calls + into + with(home, service, -1) - cost(home);
    }

    /** What merging two units costs more. */
    double merged(int a, int b) {
        double calls = 0;
        for (int service : members[a]) {
            calls += calls(service, b);
        }
        double together = joined[a] + joined[b] + terms.sizing().cost(cpu[a] + cpu[b], memory[a] + memory[b])
                + further(Math.toIntExact(teams(a, b)));
        return calls + together - cost(a) - cost(b);
    }

    private double calls(int service, int unit) {
        Pairs pairs = terms.pairs();
        double calls = 0;
        for (int k = pairs.start()[service]; k < pairs.start()[service + 1]; k++) {
            calls += units[pairs.other()[k]] == unit ? pairs.weight()[k] : 0;
        }
        return calls;
    }

    private double cost(int unit) {
        return members[unit].length == 1
                ? terms.load().alone()[members[unit][0]]
                : shared(joined[unit], cpu[unit], memory[unit]) + further((int) teams(unit, unit));
    }

    /** The cost of a unit with one service more or less. */
    private double with(int unit, int service, int by) {
        int size = members[unit].length + by;
        if (size < 2) {
            int left = size == 0 ? -1 : members[unit][0] == service ? members[unit][1] : members[unit][0];
            return left < 0 ? 0 : terms.load().alone()[left];
        }
        Terms.Load load = terms.load();
        return shared(joined[unit] + by * load.joined()[service], cpu[unit] + by * load.cpu()[service],
                memory[unit] + by * load.memory()[service]) + further(teamsWith(unit, service, by));
    }

    private double shared(double joinedSum, double cpuSum, double memorySum) {
        return joinedSum + terms.sizing().cost(cpuSum, memorySum);
    }

    private double further(int teams) {
        return terms.teamPrice() * (teams - 1);
    }

    private long teams(int a, int b) {
        return terms.teamPrice() == 0
                ? 1
                : Arrays.stream(new int[][]{ members[a], members[b] }).flatMapToInt(Arrays::stream)
                        .map(i -> terms.load().team()[i]).distinct().count();
    }

    private int teamsWith(int unit, int service, int by) {
        if (terms.teamPrice() == 0) {
            return 1;
        }
        int team = terms.load().team()[service];
        boolean others = Arrays.stream(members[unit]).anyMatch(i -> i != service && terms.load().team()[i] == team);
        return (int) teams(unit, unit) + (others ? 0 : by);
    }
}
