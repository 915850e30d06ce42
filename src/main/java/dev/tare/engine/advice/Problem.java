package dev.tare.engine.advice;

import java.util.Arrays;

/**
 * At most 64 items to be put into units, each item one service or several that must stay together. A set of items is
 * a {@code long} with one bit each. Two more decisions lead to smaller problems: two items {@link #together}, which
 * become one, and two items {@link #apart}.
 */
final class Problem {
    static final int MOST = 64;

    private final Terms terms;
    private final Constraints rules;
    /** The services of each item, ascending. */
    final int[][] members;
    final double[] alone;
    final double[] joined;
    final double[] cpu;
    final double[] memory;
    final long[] conflicts;
    final double[][] weight;
    /** Of each item the others that a weight joins it to. */
    final long[] linked;
    /** Of those the ones it saves something with. */
    final long[] saving;
    private final int[][] teams;

    /** The items a grouping's units are. */
    Problem(Terms terms, Constraints rules, int[][] members, long[] conflicts) {
        this.terms = terms;
        this.rules = rules;
        this.members = members;
        this.conflicts = conflicts;
        int n = members.length;
        alone = new double[n];
        joined = new double[n];
        cpu = new double[n];
        memory = new double[n];
        weight = new double[n][n];
        linked = new long[n];
        saving = new long[n];
        teams = new int[n][];
        for (int i = 0; i < n; i++) {
            sum(i);
        }
        pairs();
    }

    /** The services as the rules leave them: those set together are one item, those that may not share conflict. */
    static Problem of(Terms terms, Constraints rules) {
        int[][] members = Grouping.members(rules.finest());
        long[] conflicts = new long[members.length];
        for (int i = 0; i < members.length; i++) {
            for (int j = 0; j < members.length; j++) {
                conflicts[i] |= i != j && conflict(rules, members[i], members[j]) ? 1L << j : 0;
            }
        }
        return new Problem(terms, rules, members, conflicts);
    }

    int items() {
        return members.length;
    }

    Sizing sizing() {
        return terms.sizing();
    }

    /** What the further teams in a unit cost. */
    double teamCost(long block) {
        if (terms.teamPrice() == 0) {
            return 0;
        }
        long distinct = items(block).flatMap(i -> Arrays.stream(teams[i])).distinct().count();
        return terms.teamPrice() * (distinct - 1);
    }

    /** Bytes still free in a process. */
    double room(double used) {
        return rules.rules().memoryLimit() - used;
    }

    boolean fits(double bytes) {
        return rules.fits(bytes);
    }

    /** What a unit of these items costs, calls inside saved. */
    double cost(long block) {
        if (Long.bitCount(block) == 1) {
            return alone[Long.numberOfTrailingZeros(block)];
        }
        double pairs = 0;
        for (long i = block; i != 0; i &= i - 1) {
            double[] row = weight[Long.numberOfTrailingZeros(i)];
            for (long j = i & i - 1; j != 0; j &= j - 1) {
                pairs += row[Long.numberOfTrailingZeros(j)];
            }
        }
        return pairs + sum(block, joined) + terms.sizing().cost(sum(block, cpu), sum(block, memory)) + teamCost(block);
    }

    /** Whether these items may make up a unit. */
    boolean allowed(long block) {
        boolean peaceful = items(block).noneMatch(i -> (conflicts[i] & block) != 0);
        return peaceful && (Long.bitCount(block) == 1 || fits(sum(block, memory)));
    }

    double constant() {
        return terms.constant();
    }

    /**
     * The problem in which both are one item, in the place of the first, {@code i < j}; the last item takes the place
     * of the second.
     */
    Problem together(int i, int j) {
        int last = items() - 1;
        int[][] fewer = members.clone();
        fewer[i] = merged(members[i], members[j]);
        fewer[j] = fewer[last];
        long[] clash = conflicts.clone();
        clash[i] |= clash[j];
        clash[j] = clash[last];
        long[] moved = new long[last];
        Arrays.setAll(moved, k -> folded(clash[k], i, j));
        return new Problem(terms, rules, Arrays.copyOf(fewer, last), moved);
    }

    /** The problem in which the two may not share a unit. */
    Problem apart(int i, int j) {
        long[] more = conflicts.clone();
        more[i] |= 1L << j;
        more[j] |= 1L << i;
        return new Problem(terms, rules, members, more);
    }

    /** A set of items of this problem as a set of items of {@code together(i, j)}, {@code i < j}. */
    long folded(long block, int i, int j) {
        int last = items() - 1;
        boolean first = (block >> i & 1 | block >> j & 1) != 0;
        boolean moved = j != last && (block >> last & 1) != 0;
        long rest = block & ~(1L << i | 1L << j | 1L << last);
        return rest | (first ? 1L << i : 0) | (moved ? 1L << j : 0);
    }

    /** The grouping of services that units of items make. */
    int[] grouping(Iterable<Long> blocks) {
        int[] units = new int[terms.services()];
        int unit = 0;
        for (long block : blocks) {
            int number = unit++;
            items(block).forEach(i -> Arrays.stream(members[i]).forEach(s -> units[s] = number));
        }
        return Grouping.canonical(units);
    }

    private static java.util.stream.IntStream items(long block) {
        return java.util.stream.LongStream.iterate(block, b -> b != 0, b -> b & b - 1)
                .mapToInt(Long::numberOfTrailingZeros);
    }

    private static double sum(long block, double[] of) {
        double sum = 0;
        for (long b = block; b != 0; b &= b - 1) {
            sum += of[Long.numberOfTrailingZeros(b)];
        }
        return sum;
    }

    private void sum(int item) {
        Terms.Load load = terms.load();
        for (int s : members[item]) {
            joined[item] += load.joined()[s];
            cpu[item] += load.cpu()[s];
            memory[item] += load.memory()[s];
            for (int t : members[item]) {
                joined[item] += t < s ? terms.pairs().of(s, t) : 0;
            }
        }
        teams[item] = Arrays.stream(members[item]).map(s -> load.team()[s]).distinct().toArray();
        alone[item] = members[item].length == 1
                ? load.alone()[members[item][0]]
                : joined[item] + terms.sizing().cost(cpu[item], memory[item]) + teamCost(1L << item);
    }

    private void pairs() {
        int[] itemOf = new int[terms.services()];
        for (int i = 0; i < members.length; i++) {
            for (int s : members[i]) {
                itemOf[s] = i;
            }
        }
        Pairs pairs = terms.pairs();
        for (int s = 0; s < itemOf.length; s++) {
            for (int k = pairs.start()[s]; k < pairs.start()[s + 1]; k++) {
                int t = pairs.other()[k];
                weight[itemOf[s]][itemOf[t]] += itemOf[s] == itemOf[t] ? 0 : pairs.weight()[k];
            }
        }
        for (int i = 0; i < weight.length; i++) {
            link(i);
        }
    }

    private void link(int item) {
        for (int other = 0; other < weight.length; other++) {
            linked[item] |= weight[item][other] != 0 ? 1L << other : 0;
            saving[item] |= weight[item][other] < 0 ? 1L << other : 0;
        }
    }

    private static boolean conflict(Constraints rules, int[] left, int[] right) {
        return Arrays.stream(left).anyMatch(a -> Arrays.stream(right).anyMatch(b -> !rules.mayShare(a, b)));
    }

    private static int[] merged(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        Arrays.sort(both);
        return both;
    }
}
