package dev.tare.engine;

import dev.tare.engine.range.Pert;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Draws of all assumptions at once, to be used for every scenario so that scenarios differ by their shape and not by
 * luck. Each assumption takes each of its n quantiles once, in a random order of its own that its key alone decides
 * (Latin hypercube sampling: McKay, Beckman, Conover, Technometrics 21, 1979): adding an assumption changes no other's
 * draws, and a mean or median over the draws is far nearer the truth than that of free draws.
 */
public final class Draws {
    private static final long FNV_START = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final double[][] values;

    private Draws(double[][] values) {
        this.values = values;
    }

    /** So many draws of every assumption, the same on every machine for the same seed. */
    public static Draws of(Assumptions assumptions, int draws, long seed) {
        double[] likely = assumptions.likely();
        double[] light = assumptions.lightest();
        double[] heavy = assumptions.heaviest();
        double[][] values = new double[draws][likely.length];
        Map<Double, double[]> known = new HashMap<>();
        for (int slot = 0; slot < likely.length; slot++) {
            Pert pert = new Pert(Math.min(light[slot], heavy[slot]), likely[slot], Math.max(light[slot], heavy[slot]));
            double[] column = shuffled(quantiles(pert, draws, known), hash(assumptions.key(slot)) ^ seed);
            for (int draw = 0; draw < draws; draw++) {
                values[draw][slot] = column[draw];
            }
        }
        return new Draws(values);
    }

    /** Ranges as lopsided as one another have their quantiles in the same places, which take long to find. */
    private static double[] quantiles(Pert pert, int draws, Map<Double, double[]> known) {
        return pert.high() > pert.low()
                ? pert.quantiles(known.computeIfAbsent(pert.lopsided(), missing -> pert.shares(draws)))
                : pert.quantiles(draws);
    }

    /** Settings of every assumption chosen one by one, by slot, in place of draws. */
    public static Draws at(double[][] settings) {
        return new Draws(Arrays.stream(settings).map(double[]::clone).toArray(double[][]::new));
    }

    /** The same draws with some assumptions, by slot, held at one value. */
    public Draws holding(Map<Integer, Double> held) {
        if (held.isEmpty()) {
            return this;
        }
        Draws copy = at(values);
        for (double[] draw : copy.values) {
            held.forEach((slot, value) -> draw[slot] = value);
        }
        return copy;
    }

    /** The first so many of them. */
    public Draws first(int count) {
        return new Draws(Arrays.copyOf(values, Math.min(count, values.length)));
    }

    /** How many draws there are. */
    public int count() {
        return values.length;
    }

    /** The values of one assumption, by draw. */
    public double[] column(int slot) {
        return Arrays.stream(values).mapToDouble(draw -> draw[slot]).toArray();
    }

    /** One draw: the value of every assumption by slot. */
    public double[] values(int draw) {
        return values[draw].clone();
    }

    /** Of java.util, whose generator is specified to the bit. */
    private static double[] shuffled(double[] column, long seed) {
        Random random = new Random(seed);
        for (int i = column.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = column[i];
            column[i] = column[j];
            column[j] = kept;
        }
        return column;
    }

    private static long hash(String key) {
        long hash = FNV_START;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
