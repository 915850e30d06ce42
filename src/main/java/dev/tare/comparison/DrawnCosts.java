package dev.tare.comparison;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Draws;
import dev.tare.engine.Engine;
import dev.tare.engine.Range;
import java.util.Arrays;
import java.util.List;

/** Gross costs under many draws of the assumptions, the same draws for every scenario. */
final class DrawnCosts {
    private static final long MOST_WORK = 20_000_000;
    private static final int FEWEST = 50;
    private static final int KEPT = 4;

    private final Remembered<Key, Draws> kept = new Remembered<>(KEPT);

    private record Key(Assumptions assumptions, int draws, long seed) {}

    /** Fewer draws where one costs much, so that an answer comes within seconds. */
    static int affordable(int asked, int servicesTimesScenarios) {
        long most = Math.max(FEWEST, MOST_WORK / Math.max(1, servicesTimesScenarios) / 2);
        return (int) Math.min(asked, most);
    }

    /** For each scenario its gross cost in every draw. */
    double[][] of(Engine engine, List<Asked> scenarios, Assumptions assumptions, int count, long seed) {
        Draws draws = draws(new Key(assumptions, count, seed));
        double[][] costs = new double[scenarios.size()][count];
        for (int draw = 0; draw < count; draw++) {
            double[] values = draws.values(draw);
            for (int i = 0; i < costs.length; i++) {
                Asked asked = scenarios.get(i);
                costs[i][draw] = engine.gross(asked.scenario(), asked.fixedIn(values)) / asked.usdPerUnit();
            }
        }
        return costs;
    }

    private Draws draws(Key key) {
        return kept.of(key, () -> Draws.of(key.assumptions(), key.draws(), key.seed()));
    }

    /** What 10, 50 and 90 of 100 draws stay below. */
    static Range middle(double[] costs) {
        double[] sorted = costs.clone();
        Arrays.sort(sorted);
        return new Range(sorted[sorted.length / 10], sorted[sorted.length / 2], sorted[sorted.length * 9 / 10]);
    }
}
