package dev.tare.engine.advice;

/**
 * A good grouping of any number of services under {@link Terms}: merge pair by pair while it saves ({@link Merging}),
 * then move services one by one ({@link Moves}), and again from there, until a round saves nothing more. Keeps every rule;
 * {@link SparseBound} says how far from the best it can be.
 */
final class Heuristic {
    private static final int ROUNDS = 4;

    private Heuristic() {}

    static int[] search(Terms terms, Constraints rules, int[] start) {
        int[] best = start;
        double least = terms.weigh(start);
        for (int round = 0; round < ROUNDS; round++) {
            Units units = new Units(terms, Units.Fence.of(rules), best);
            Merging.saving(units);
            int[] moved = Moves.improve(terms, rules, units.grouping());
            double weight = terms.weigh(moved);
            if (weight >= least - 1e-9 * Math.abs(least)) {
                return best;
            }
            least = weight;
            best = moved;
        }
        return best;
    }
}
