package dev.tare.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every coefficient the engine may multiply by, in base units, by position. {@code rises} says whether a higher
 * value makes a bill heavier (a price) or lighter (packing efficiency), so that the bounds of a bill can be found by
 * moving every assumption the same way.
 */
public final class Assumptions {
    private final String[] keys;
    private final double[] low;
    private final double[] likely;
    private final double[] high;
    private final boolean[] rises;
    private final Map<String, Integer> slots = new HashMap<>();

    /** One coefficient: low &le; likely &le; high, in the base unit of its dimension. */
    public record Assumption(String key, Dimension dimension, double low, double likely, double high, boolean rises) {
        /** Refuses a range out of order. */
        public Assumption {
            if (!(low <= likely && likely <= high)) {
                throw new IllegalArgumentException(
                        key + ": expected low <= likely <= high, found " + low + ", " + likely
                                + ", " + high);
            }
        }
    }

    /** The coefficients in the order given; their positions are the slots shapes refer to. */
    public Assumptions(List<Assumption> all) {
        keys = all.stream().map(Assumption::key).toArray(String[]::new);
        low = all.stream().mapToDouble(Assumption::low).toArray();
        likely = all.stream().mapToDouble(Assumption::likely).toArray();
        high = all.stream().mapToDouble(Assumption::high).toArray();
        rises = new boolean[keys.length];
        for (int i = 0; i < keys.length; i++) {
            rises[i] = all.get(i).rises();
            if (slots.put(keys[i], i) != null) {
                throw new IllegalArgumentException("assumption named twice: " + keys[i]);
            }
        }
    }

    /** The key at a slot. */
    public String key(int slot) {
        return keys[slot];
    }

    /** The slot of a key; throws {@link IllegalArgumentException} for a key that is not there. */
    public int slot(String key) {
        Integer slot = slots.get(key);
        if (slot == null) {
            throw new IllegalArgumentException("no assumption " + key);
        }
        return slot;
    }

    /** How many coefficients there are. */
    public int size() {
        return keys.length;
    }

    /** The lower end of the range at a slot. */
    public double low(int slot) {
        return low[slot];
    }

    /** The upper end of the range at a slot. */
    public double high(int slot) {
        return high[slot];
    }

    /** Every coefficient at its likely value. */
    public double[] likely() {
        return likely.clone();
    }

    /** Every coefficient at the end of its range that makes bills lightest. */
    public double[] lightest() {
        return pick(false);
    }

    /** Every coefficient at the end of its range that makes bills heaviest. */
    public double[] heaviest() {
        return pick(true);
    }

    /** The same coefficients with some of them fixed at one value, as a reader does to try another figure. */
    public Assumptions with(Map<String, Double> fixed) {
        Assumptions copy = new Assumptions(keys, low.clone(), likely.clone(), high.clone(), rises, slots);
        fixed.forEach((key, value) -> {
            int slot = slot(key);
            copy.low[slot] = value;
            copy.likely[slot] = value;
            copy.high[slot] = value;
        });
        return copy;
    }

    private Assumptions(String[] keys, double[] low, double[] likely, double[] high, boolean[] rises,
            Map<String, Integer> slots) {
        this.keys = keys;
        this.low = low;
        this.likely = likely;
        this.high = high;
        this.rises = rises;
        this.slots.putAll(slots);
    }

    private double[] pick(boolean heavy) {
        double[] values = Arrays.copyOf(likely, likely.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = rises[i] == heavy ? high[i] : low[i];
        }
        return values;
    }
}
