package dev.tare.engine.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds units that cost less than the prices of their items: min c(B) − Σ_{i∈B} price_i over permitted B of two items or
 * more. Depth first, including the most promising item before leaving it out; a branch is left when even the best it
 * could still add does not bring it below zero:
 *
 * <pre>what is in + sizing and teams of what is in + Σ over candidates j of min(0, gain_j + ½ Σ_k min(0, w_jk))</pre>
 *
 * <p>where gain_j counts the calls to what is in, and the halves share the calls among candidates between their ends.
 * A unit of several needs a second item, so the first takes one in even at a loss. When the candidates do not all fit the memory left, only the best part that fits counts (as if items could be cut).
 */
final class Pricing {
    private final Problem p;
    private final double[] linear;
    private final double[] price;
    private final double threshold;
    private final int want;
    private final List<Long> found = new ArrayList<>();
    private double least;
    private long steps;

    /**
     * What a search came to.
     *
     * @param blocks   units below their prices
     * @param least    the furthest below, 0 if none
     * @param complete whether nothing further below exists
     * @param steps    branches looked at
     */
    record Found(List<Long> blocks, double least, boolean complete, long steps) {}

    private Pricing(Problem p, double[] price, double threshold, int want, long most) {
        this.p = p;
        this.price = price;
        this.threshold = threshold;
        this.want = want;
        steps = most;
        linear = new double[p.items()];
        for (int i = 0; i < linear.length; i++) {
            linear[i] = p.joined[i] + p.sizing().memoryAtFloor() * p.memory[i] - price[i];
        }
    }

    /** Looks for up to {@code want} units at least {@code slack} below their prices, in at most {@code most} steps. */
    static Found search(Problem p, double[] price, double slack, int want, long most) {
        Pricing search = new Pricing(p, price, -slack, want, most);
        long rest = p.items() == 64 ? -1L : (1L << p.items()) - 1;
        for (int i = 0; i < p.items() && search.goesOn(); i++) {
            rest &= ~(1L << i);
            search.include(i, new In(0, 0, 0, 0), rest, search.linear.clone());
        }
        return new Found(search.found, search.least, search.goesOn(), most - search.steps);
    }

    /** What a partial unit sums up to; value is linear costs and pairs less prices. */
    private record In(long block, double value, double cpu, double memory) {}

    private boolean goesOn() {
        return steps > 0 && found.size() < want;
    }

    private void include(int j, In in, long candidates, double[] gain) {
        In more = new In(in.block | 1L << j, in.value + gain[j], in.cpu + p.cpu[j], in.memory + p.memory[j]);
        long left = candidates & ~p.conflicts[j];
        double[] next = gain.clone();
        for (long c = left & p.linked[j]; c != 0; c &= c - 1) {
            int k = Long.numberOfTrailingZeros(c);
            next[k] += p.weight[j][k];
        }
        for (long c = left; c != 0; c &= c - 1) {
            int k = Long.numberOfTrailingZeros(c);
            left = p.fits(more.memory + p.memory[k]) ? left : left & ~(1L << k);
        }
        if (Long.bitCount(more.block) > 1) {
            record(more);
        }
        descend(more, left, next);
    }

    private void record(In in) {
        double reduced = in.value + rest(in);
        if (reduced < threshold) {
            found.add(in.block);
            least = Math.min(least, reduced);
        }
    }

    private double rest(In in) {
        return p.sizing().aboveFloor(in.cpu, in.memory) + p.teamCost(in.block);
    }

    private void descend(In in, long candidates, double[] gain) {
        long left = candidates;
        while (left != 0 && steps-- > 0 && goesOn()) {
            double[] hope = new double[gain.length];
            int best = hopes(left, gain, hope);
            boolean done = Long.bitCount(in.block) > 1 && hope[best] >= 0;
            double more = hope[best] >= 0 ? hope[best] : most(left, hope, in.memory);
            if (done || in.value + rest(in) + more >= threshold) {
                return;
            }
            left &= ~(1L << best);
            include(best, in, left, gain);
        }
    }

    /** Fills what each candidate could bring at best and gives the most promising. */
    private int hopes(long candidates, double[] gain, double[] hope) {
        int best = Long.numberOfTrailingZeros(candidates);
        for (long c = candidates; c != 0; c &= c - 1) {
            int j = Long.numberOfTrailingZeros(c);
            double calls = 0;
            for (long d = candidates & p.saving[j] & ~p.conflicts[j]; d != 0; d &= d - 1) {
                calls += p.weight[j][Long.numberOfTrailingZeros(d)];
            }
            hope[j] = gain[j] + calls / 2;
            best = hope[j] < hope[best] ? j : best;
        }
        return best;
    }

    /** The most the candidates can bring into the memory left, items cut where they do not fit. */
    private double most(long candidates, double[] hope, double used) {
        double sum = 0;
        double memory = used;
        long useful = 0;
        for (long c = candidates; c != 0; c &= c - 1) {
            int j = Long.numberOfTrailingZeros(c);
            if (hope[j] < 0) {
                sum += hope[j];
                memory += p.memory[j];
                useful |= 1L << j;
            }
        }
        return p.fits(memory) ? sum : cut(useful, hope, used);
    }

    private double cut(long useful, double[] hope, double used) {
        double sum = 0;
        double memory = used;
        long open = useful;
        while (open != 0) {
            int best = densest(open, hope);
            open &= ~(1L << best);
            if (!p.fits(memory + p.memory[best])) {
                return sum + hope[best] * Math.min(1, p.room(memory) / p.memory[best]);
            }
            sum += hope[best];
            memory += p.memory[best];
        }
        return sum;
    }

    private int densest(long open, double[] hope) {
        int best = Long.numberOfTrailingZeros(open);
        for (long c = open & open - 1; c != 0; c &= c - 1) {
            int j = Long.numberOfTrailingZeros(c);
            best = hope[j] * p.memory[best] < hope[best] * p.memory[j] ? j : best;
        }
        return best;
    }
}
