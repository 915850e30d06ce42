package dev.tare.engine.bill;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Amounts in the order of a mark each of them has, added up from the lowest: what those below a mark and those above
 * it sum up to takes one look.
 *
 * <p>Example: marks 1, 2, 5 with amounts 10, 20, 30: up to mark 2 there are 30, beyond it 30.
 */
final class Split {
    private static final int PLACE_BITS = 24;

    private final double[] marks;
    private final double[][] sums;

    private Split(double[] marks, double[][] sums) {
        this.marks = marks;
        this.sums = sums;
    }

    /** Puts rows of amounts, one amount of each row for each mark, into the order of the marks, which are not negative. */
    static Split of(double[] marks, double[]... rows) {
        int[] order = order(marks);
        double[][] sums = new double[rows.length][marks.length + 1];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < order.length; i++) {
                sums[row][i + 1] = sums[row][i] + rows[row][order[i]];
            }
        }
        return new Split(IntStream.of(order).mapToDouble(i -> marks[i]).toArray(), sums);
    }

    /** How many marks are not above this one. */
    int upTo(double mark) {
        int low = 0;
        int high = marks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks[middle] <= mark) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first so many amounts of a row. */
    double first(int count, int row) {
        return sums[row][count];
    }

    /** All but the first so many amounts of a row. */
    double rest(int count, int row) {
        return sums[row][marks.length] - sums[row][count];
    }

    /** Nearly sorted by the leading bits of the marks, then exactly: equal marks stay in their order. */
    private static int[] order(double[] marks) {
        long[] keys = new long[marks.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Double.doubleToRawLongBits(marks[i]) >>> PLACE_BITS << PLACE_BITS | i;
        }
        Arrays.sort(keys);
        int[] order = new int[marks.length];
        for (int i = 0; i < order.length; i++) {
            int place = (int) keys[i] & (1 << PLACE_BITS) - 1;
            int at = i;
            while (at > 0 && marks[order[at - 1]] > marks[place]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = place;
        }
        return order;
    }
}
