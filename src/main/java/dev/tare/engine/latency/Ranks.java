package dev.tare.engine.latency;

import java.util.Arrays;

/**
 * A few places in the ascending order of a row without sorting all of it: values are counted by the leading bits of
 * their number, 128 bins for each doubling (32 in a short row), and only the bins that hold a place asked for are sorted.
 */
final class Ranks {
    private static final int FINE = 45;
    private static final int COARSE = 47;
    private static final int SHORT = 2048;
    private static final int MOST_BINS = 1 << 14;

    private final double[] row;
    private final int shift;
    private final int least;
    private final int[] counts;
    private final boolean[] wanted;

    private Ranks(double[] row, int shift, int least, int bins) {
        this.row = row;
        this.shift = shift;
        this.least = least;
        counts = new int[bins];
        wanted = new boolean[bins];
    }

    /** The values at these places, ascending, of a row of numbers that are 0 or more. */
    static double[] at(double[] row, int[] places) {
        double low = row[0];
        double high = row[0];
        for (int i = 1; i < row.length; i++) {
            low = Math.min(low, row[i]);
            high = Math.max(high, row[i]);
        }
        int shift = row.length > SHORT ? FINE : COARSE;
        int least = bin(low, shift);
        if (low == high) {
            double[] same = new double[places.length];
            Arrays.fill(same, low);
            return same;
        }
        int bins = bin(high, shift) - least + 1;
        return bins > MOST_BINS ? sorted(row, places) : new Ranks(row, shift, least, bins).values(places);
    }

    private static double[] sorted(double[] row, int[] places) {
        double[] sorted = Sample.sorted(row);
        return Arrays.stream(places).mapToDouble(place -> sorted[place]).toArray();
    }

    private double[] values(int[] places) {
        for (double value : row) {
            counts[bin(value, shift) - least]++;
        }
        int[] at = new int[places.length];
        double[] some = collect(mark(places, at));
        Arrays.sort(some);
        double[] values = new double[places.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = some[at[i]];
        }
        return values;
    }

    /** Marks the bins that hold the places, finds where the places are among what these hold, and how much that is. */
    private int mark(int[] places, int[] at) {
        int before = 0;
        int held = 0;
        int next = 0;
        for (int bin = 0; bin < counts.length && next < places.length; bin++) {
            int first = next;
            while (next < places.length && places[next] < before + counts[bin]) {
                at[next] = held + places[next] - before;
                next++;
            }
            wanted[bin] = next > first;
            held += wanted[bin] ? counts[bin] : 0;
            before += counts[bin];
        }
        return held;
    }

    private double[] collect(int held) {
        double[] some = new double[held];
        int count = 0;
        for (double value : row) {
            if (wanted[bin(value, shift) - least]) {
                some[count++] = value;
            }
        }
        return some;
    }

    private static int bin(double value, int shift) {
        return (int) (Double.doubleToRawLongBits(value) >>> shift);
    }
}
