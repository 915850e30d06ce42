package dev.tare.engine.advice;

import java.util.Arrays;

/**
 * What changes when two services share a unit, for every pair that matters: negative where calls between them are
 * saved. Symmetric and sparse: the partners of service {@code i} are {@code other[start[i]..start[i + 1])}, ascending.
 */
public record Pairs(int[] start, int[] other, double[] weight) {
    /** No pair matters. */
    public static Pairs none(int services) {
        return new Pairs(new int[services + 1], new int[0], new double[0]);
    }

    /** Sums the weights given for the same two services in either order; a service with itself is left out. */
    public static Pairs of(int services, int[] a, int[] b, double[] weight) {
        int[] start = new int[services + 1];
        for (int k = 0; k < a.length; k++) {
            start[a[k] + 1]++;
            start[b[k] + 1]++;
        }
        for (int i = 0; i < services; i++) {
            start[i + 1] += start[i];
        }
        return summed(start, byPartner(services, a, b), a, b, weight);
    }

    /** The weight of two services, 0 where the pair does not matter. */
    public double of(int a, int b) {
        int at = Arrays.binarySearch(other, start[a], start[a + 1], b);
        return at < 0 ? 0 : weight[at];
    }

    /** How many services there are. */
    public int services() {
        return start.length - 1;
    }

    /** Both directions of every pair ({@code 2k}: a to b, {@code 2k + 1}: b to a), ordered by the service pointed at. */
    private static int[] byPartner(int services, int[] a, int[] b) {
        int[] next = new int[services + 1];
        for (int k = 0; k < 2 * a.length; k++) {
            next[partner(k, a, b) + 1]++;
        }
        for (int i = 0; i < services; i++) {
            next[i + 1] += next[i];
        }
        int[] order = new int[2 * a.length];
        for (int k = 0; k < order.length; k++) {
            order[next[partner(k, a, b)]++] = k;
        }
        return order;
    }

    private static int partner(int k, int[] a, int[] b) {
        return k % 2 == 0 ? b[k / 2] : a[k / 2];
    }

    private static Pairs summed(int[] start, int[] order, int[] a, int[] b, double[] weight) {
        int services = start.length - 1;
        int[] end = Arrays.copyOf(start, services);
        int[] other = new int[order.length];
        double[] sum = new double[order.length];
        for (int k : order) {
            int from = k % 2 == 0 ? a[k / 2] : b[k / 2];
            int to = partner(k, a, b);
            if (from != to) {
                boolean again = end[from] > start[from] && other[end[from] - 1] == to;
                int at = again ? end[from] - 1 : end[from]++;
                other[at] = to;
                sum[at] += weight[k / 2];
            }
        }
        return packed(start, end, other, sum);
    }

    private static Pairs packed(int[] start, int[] end, int[] other, double[] weight) {
        int[] packed = new int[start.length];
        int kept = 0;
        for (int i = 0; i < end.length; i++) {
            int length = end[i] - start[i];
            System.arraycopy(other, start[i], other, kept, length);
            System.arraycopy(weight, start[i], weight, kept, length);
            kept += length;
            packed[i + 1] = kept;
        }
        return new Pairs(packed, Arrays.copyOf(other, kept), Arrays.copyOf(weight, kept));
    }
}
