package dev.tare.intake.trace;

import java.util.Arrays;

/**
 * Durations in microseconds of which quantiles are asked later: exact while there are few, then in classes 1/64 of a
 * doubling wide, so that a quantile is at most 0.8 % off. Grows with the spread of values, not with their number.
 */
final class Histogram {
    private static final int FEW = 64;
    private static final int STEPS_BITS = 6;
    private static final int STEPS = 1 << STEPS_BITS;

    private int[] exact = new int[4];
    private int[] classes = {};
    private int first;
    private long count;

    void add(long micros) {
        int value = (int) Math.min(Integer.MAX_VALUE, Math.max(0, micros));
        if (count < FEW) {
            if (count == exact.length) {
                exact = Arrays.copyOf(exact, exact.length * 2);
            }
            exact[(int) count] = value;
        } else {
            if (count == FEW) {
                classifyExact();
            }
            classify(classOf(value), 1);
        }
        count++;
    }

    private void classifyExact() {
        for (int i = 0; i < count; i++) {
            classify(classOf(exact[i]), 1);
        }
        exact = new int[0];
    }

    /** Takes all that another one holds. */
    void addAll(Histogram other) {
        if (other.count <= FEW) {
            for (int i = 0; i < other.count; i++) {
                add(other.exact[i]);
            }
        } else {
            if (count <= FEW) {
                classifyExact();
            }
            for (int i = 0; i < other.classes.length; i++) {
                if (other.classes[i] > 0) {
                    classify(other.first + i, other.classes[i]);
                }
            }
            count += other.count;
        }
    }

    private void classify(int at, int times) {
        if (classes.length == 0) {
            first = at;
            classes = new int[STEPS];
        } else if (at < first) {
            int[] wider = new int[classes.length + first - at];
            System.arraycopy(classes, 0, wider, first - at, classes.length);
            classes = wider;
            first = at;
        } else if (at - first >= classes.length) {
            classes = Arrays.copyOf(classes, at - first + STEPS / 4);
        }
        classes[at - first] += times;
    }

    private static int classOf(int value) {
        if (value < STEPS) {
            return value;
        }
        int shift = Integer.SIZE - 1 - STEPS_BITS - Integer.numberOfLeadingZeros(value);
        return (shift << STEPS_BITS) + (value >>> shift);
    }

    private static double middle(int index) {
        if (index < 2 * STEPS) {
            return index;
        }
        int shift = (index >>> STEPS_BITS) - 1;
        long low = (long) (index - (shift << STEPS_BITS)) << shift;
        return low + ((1L << shift) - 1) / 2.0;
    }

    /** About how many bytes it takes beyond itself. */
    int room() {
        return Integer.BYTES * (exact.length + classes.length);
    }

    long count() {
        return count;
    }

    /** The least value that the share of all values do not exceed, in microseconds. */
    double quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count));
        if (count <= FEW) {
            int[] sorted = Arrays.copyOf(exact, (int) count);
            Arrays.sort(sorted);
            return count == 0 ? Double.NaN : sorted[(int) rank - 1];
        }
        long seen = 0;
        int at = 0;
        while (seen < rank) {
            seen += classes[at++];
        }
        return middle(first + at - 1);
    }
}
