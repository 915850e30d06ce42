package dev.tare.engine.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * The best grouping of up to 64 services under {@link Terms}, proven: the linear mix of units ({@link Master}) with
 * units made on demand ({@link Pricing}) bounds every grouping from below; where the mix is not a grouping, two
 * services that share a unit in part of it are put together in one half of the search and apart in the other (Ryan and
 * Foster 1981; for graph partitioning Johnson, Mehrotra and Nemhauser, Math. Programming 62, 1993).
 *
 * <p>For any prices Σ price + items · min(0, cheapest unit less its prices) bounds the cost from below, so the bound
 * holds even where the mix was not solved to the end. Work is counted in steps, never in seconds: the same question
 * gives the same answer on every machine.
 */
final class BranchAndPrice {
    private static final double TINY = 1e-9;
    private static final double CLOSE = 1e-7;

    private double weight;
    private int[] best;
    private double bound = Double.POSITIVE_INFINITY;
    private long steps;

    /** The best grouping found, what it costs, and what no grouping can cost less than. */
    record Answer(int[] grouping, double weight, double bound) {
        /** Whether no grouping is better by more than a relative 1e-7. */
        boolean proven() {
            return bound >= weight - CLOSE * Math.max(1, Math.abs(weight));
        }
    }

    private BranchAndPrice(int[] start, double weight, long steps) {
        best = start;
        this.weight = weight;
        this.steps = steps;
    }

    /** Searches from a grouping that keeps the rules, in at most that many steps. */
    static Answer search(Terms terms, Constraints rules, int[] start, long steps) {
        BranchAndPrice search = new BranchAndPrice(start, terms.weigh(start), steps);
        Problem root = Problem.of(terms, rules);
        search.node(root, List.of(), Math.max(Relaxed.bound(root), SparseBound.of(terms, rules)));
        return new Answer(search.best, search.weight, Math.min(search.bound, search.weight));
    }

    private double slack() {
        return TINY * Math.max(1, Math.abs(weight));
    }

    /** Whether nothing better enough can be left above this bound. */
    private boolean settled(double low) {
        return low >= weight - CLOSE * Math.max(1, Math.abs(weight));
    }

    private void node(Problem p, List<Long> pool, double from) {
        Master master = new Master(p);
        pool.stream().filter(p::allowed).forEach(master::add);
        double low = from;
        while (!settled(low)) {
            master.solve();
            Pricing.Found found = Pricing.search(p, master.prices(), slack(), 40, steps);
            steps -= found.steps();
            if (found.complete()) {
                low = Math.max(low, lagrange(p, master, found.least()));
            }
            if (found.blocks().isEmpty()) {
                branch(p, master, low, found.complete());
                return;
            }
            found.blocks().forEach(master::add);
        }
        bound = Math.min(bound, low);
    }

    private double lagrange(Problem p, Master master, double least) {
        double sum = p.constant();
        for (double price : master.prices()) {
            sum += price;
        }
        return sum + p.items() * (Math.min(0, least) - slack());
    }

    private void branch(Problem p, Master master, double low, boolean complete) {
        double[][] shared = master.shared();
        int[] pair = undecided(shared);
        if (pair.length == 0) {
            take(p, shared);
        }
        if (pair.length == 0 || !complete || settled(low)) {
            bound = Math.min(bound, low);
            return;
        }
        List<Long> pool = new ArrayList<>(master.blocks());
        if (p.allowed(1L << pair[0] | 1L << pair[1])) {
            node(p.together(pair[0], pair[1]), pool.stream().map(b -> p.folded(b, pair[0], pair[1])).toList(), low);
        }
        node(p.apart(pair[0], pair[1]), pool, low);
    }

    /** The pair nearest to half together, the first by position; empty when the mix is a grouping. */
    private static int[] undecided(double[][] shared) {
        int[] pair = {};
        double nearest = 0.499;
        for (int i = 0; i < shared.length; i++) {
            for (int j = i + 1; j < shared.length; j++) {
                double off = Math.abs(shared[i][j] - 0.5);
                if (off < nearest) {
                    nearest = off;
                    pair = new int[]{ i, j };
                }
            }
        }
        return pair;
    }

    private void take(Problem p, double[][] shared) {
        List<Long> blocks = new ArrayList<>();
        double sum = p.constant();
        long placed = 0;
        for (int i = 0; i < shared.length; i++) {
            if ((placed >> i & 1) == 0) {
                long block = 0;
                for (int j = i; j < shared.length; j++) {
                    block |= j == i || shared[i][j] > 0.5 ? 1L << j : 0;
                }
                placed |= block;
                blocks.add(block);
                sum += p.cost(block);
            }
        }
        if (sum < weight) {
            weight = sum;
            best = p.grouping(blocks);
        }
    }
}
