package dev.tare.engine.advice;

import java.util.Arrays;

/**
 * Units while they are merged: what each sums up to and what it exchanges with the others, kept up to date merge by
 * merge so that the saving of any merge is known at once.
 */
final class Units {
    private final Terms terms;
    private final Fence fence;
    private final int[] parent;
    private final int[] size;
    private final int[] first;
    private final double[] joined;
    private final double[] cpu;
    private final double[] memory;
    private final int[][] teams;
    private final Links[] links;
    private int count;

    /**
     * Which units may merge.
     *
     * @param kind   by service; only units of one kind merge
     * @param apart  by service, those it may not meet
     * @param most   most memory of a unit of several
     * @param linked whether only units that exchange something merge
     */
    record Fence(int[] kind, int[][] apart, double most, boolean linked) {
        /** The rules' own. */
        static Fence of(Constraints rules) {
            int services = rules.services();
            int[] kind = new int[services];
            int[][] apart = new int[services][];
            Arrays.setAll(kind, rules::kind);
            Arrays.setAll(apart, rules::apart);
            return new Fence(kind, apart, rules.rules().memoryLimit() * (1 + 1e-12), rules.rules().connected());
        }

        /** Whatever ends in the same unit of this grouping may merge, and nothing else. */
        static Fence within(int[] grouping) {
            return new Fence(grouping, new int[grouping.length][0], Double.POSITIVE_INFINITY, false);
        }
    }

    /** Starts from a grouping. */
    Units(Terms terms, Fence fence, int[] grouping) {
        this.terms = terms;
        this.fence = fence;
        int services = terms.services();
        parent = Grouping.oneEach(services);
        size = new int[services];
        Arrays.fill(size, 1);
        first = parent.clone();
        joined = terms.load().joined().clone();
        cpu = terms.load().cpu().clone();
        memory = terms.load().memory().clone();
        teams = new int[services][];
        int[] nobody = {};
        Arrays.setAll(teams, i -> terms.teamPrice() == 0 ? nobody : new int[]{ terms.load().team()[i] });
        links = new Links[services];
        count = services;
        link();
        for (int[] members : Grouping.members(grouping)) {
            for (int i = 1; i < members.length; i++) {
                merge(find(members[0]), find(members[i]));
            }
        }
    }

    private void link() {
        Pairs pairs = terms.pairs();
        for (int i = 0; i < links.length; i++) {
            links[i] = new Links(pairs.start()[i + 1] - pairs.start()[i] + fence.apart[i].length);
            for (int k = pairs.start()[i]; k < pairs.start()[i + 1]; k++) {
                links[i].add(pairs.other()[k], pairs.weight()[k]);
            }
            for (int other : fence.apart[i]) {
                links[i].add(other, Double.POSITIVE_INFINITY);
            }
        }
    }

    int services() {
        return parent.length;
    }

    int count() {
        return count;
    }

    /** Whether only units that exchange something may merge. */
    boolean onlyLinked() {
        return fence.linked;
    }

    /** Most memory of a unit of several. */
    double most() {
        return fence.most;
    }

    /** Whether this number still stands for a unit. */
    boolean alive(int unit) {
        return parent[unit] == unit;
    }

    /** The first service in a unit, by position. */
    int first(int unit) {
        return first[unit];
    }

    int size(int unit) {
        return size[unit];
    }

    int kind(int unit) {
        return fence.kind[unit];
    }

    double memory(int unit) {
        return memory[unit];
    }

    Links links(int unit) {
        return links[unit];
    }

    int find(int service) {
        int at = service;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    boolean permitted(int a, int b) {
        boolean alike = fence.kind[a] == fence.kind[b] && memory[a] + memory[b] <= fence.most;
        return alike && (!fence.linked || links[a].has(b)) && links[a].get(b) < Double.POSITIVE_INFINITY;
    }

    /** What the whole plan costs more when these two merge; negative is a saving. */
    double change(int a, int b) {
        double together = joined[a] + joined[b] + terms.sizing().cost(cpu[a] + cpu[b], memory[a] + memory[b]);
        double price = terms.teamPrice();
        double teamCost = price == 0 ? 0 : price * (union(teams[a], teams[b]).length - 1);
        return together + teamCost - cost(a) - cost(b) + links[a].get(b);
    }

    private double cost(int unit) {
        if (size[unit] == 1) {
            return terms.load().alone()[unit];
        }
        double price = terms.teamPrice();
        return joined[unit] + terms.sizing().cost(cpu[unit], memory[unit])
                + (price == 0 ? 0 : price * (teams[unit].length - 1));
    }

    /** Merges two units and gives the number that stands for both: the one with more links, which is cheaper to keep. */
    int merge(int a, int b) {
        boolean keepA = links[a].size() > links[b].size() || links[a].size() == links[b].size() && a < b;
        int kept = keepA ? a : b;
        int gone = keepA ? b : a;
        parent[gone] = kept;
        size[kept] += size[gone];
        first[kept] = Math.min(first[kept], first[gone]);
        joined[kept] += joined[gone];
        cpu[kept] += cpu[gone];
        memory[kept] += memory[gone];
        teams[kept] = union(teams[kept], teams[gone]);
        count--;
        links[kept].remove(gone);
        for (int other : links[gone].units()) {
            if (other != kept) {
                links[kept].add(other, links[gone].get(other));
                links[other].add(kept, links[other].remove(gone));
            }
        }
        return kept;
    }

    /** The grouping as it stands. */
    int[] grouping() {
        int[] units = new int[parent.length];
        Arrays.setAll(units, this::find);
        return Grouping.canonical(units);
    }

    private static int[] union(int[] a, int[] b) {
        if (Arrays.equals(a, b)) {
            return a;
        }
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return Arrays.stream(both).sorted().distinct().toArray();
    }
}
