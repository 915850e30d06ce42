package dev.tare.comparison;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Engine;
import dev.tare.engine.Range;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws every assumption from the PERT distribution of its range. All scenarios see the same draws, and an assumption
 * is drawn alike whatever else is weighed: two scenarios differ by their shape and not by luck.
 */
final class Draws {
    private static final long MOST_WORK = 20_000_000;
    private static final int FEWEST = 50;

    private final double[][] drawn;

    /** PERT(low, likely, high) is a beta distribution between the bounds with shape 1 + 4 × the likely value's place. */
    Draws(Assumptions assumptions, int draws, long seed) {
        double[] one = assumptions.lightest();
        double[] other = assumptions.heaviest();
        double[] likely = assumptions.likely();
        drawn = new double[draws][];
        for (int draw = 0; draw < draws; draw++) {
            drawn[draw] = likely.clone();
        }
        for (int slot = 0; slot < likely.length; slot++) {
            double low = Math.min(one[slot], other[slot]);
            double width = Math.max(one[slot], other[slot]) - low;
            if (width > 0) {
                fill(slot, low, width, (likely[slot] - low) / width, seed ^ assumptions.key(slot).hashCode() * 0x9E37L);
            }
        }
    }

    /** Fewer draws where one costs much, so that an answer comes within seconds. */
    static int affordable(int asked, int servicesTimesScenarios) {
        long most = Math.max(FEWEST, MOST_WORK / Math.max(1, servicesTimesScenarios) / 2);
        return (int) Math.min(asked, most);
    }

    /** By draw and slot. */
    double[][] values() {
        return drawn;
    }

    /** For each scenario its gross cost in every draw. */
    double[][] costs(Engine engine, List<Asked> scenarios) {
        double[][] costs = new double[scenarios.size()][drawn.length];
        for (int scenario = 0; scenario < costs.length; scenario++) {
            Asked asked = scenarios.get(scenario);
            for (int draw = 0; draw < drawn.length; draw++) {
                costs[scenario][draw] = engine.gross(asked.scenario(), asked.fixedIn(drawn[draw]))
                        / asked.usdPerUnit();
            }
        }
        return costs;
    }

    /** What 10, 50 and 90 of 100 draws stay below. */
    static Range middle(double[] costs) {
        double[] sorted = costs.clone();
        Arrays.sort(sorted);
        return new Range(sorted[sorted.length / 10], sorted[sorted.length / 2], sorted[sorted.length * 9 / 10]);
    }

    private void fill(int slot, double low, double width, double place, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (double[] values : drawn) {
            double up = gamma(random, 1 + 4 * place);
            double down = gamma(random, 5 - 4 * place);
            values[slot] = low + width * up / (up + down);
        }
    }

    /** Marsaglia and Tsang, 2000, for a shape of at least 1. */
    private static double gamma(SplittableRandom random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
