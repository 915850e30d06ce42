package dev.tare.engine.latency;

/**
 * Random orders of the slices of a block: which of its requests has which of the n equal slices of probability, so that
 * in a block every quantity takes each slice once (Latin hypercube sampling: McKay, Beckman, Conover, Technometrics
 * 21, 1979). Each order takes its values at a place of its own within the slices, consecutive orders as far apart as
 * can be, so that blocks together are finer than each of them. Once every order has had its turn, the last slices take
 * other values: a tail is drawn as far out as there are requests.
 *
 * <p>Example: the orders 0, 1, 2, 3 take a slice at 1/64, 33/64, 17/64, 49/64 of its width.
 */
final class Orders {
    /** Slices at the end that take other values on every turn of all orders. */
    static final int LAST = 8;
    /** Requests in a block, a power of two. */
    static final int BLOCK = 1024;
    /** How many orders there are, a power of two. */
    static final int COUNT = 32;

    private static final int MASK = BLOCK - 1;
    private static final long SEED = 0x7461_7265L;
    private static final Orders ALL = new Orders();

    private final int[][] places = new int[COUNT][BLOCK];
    private final double[][] shares = new double[COUNT][BLOCK];
    private final double[][] z = new double[COUNT][BLOCK];

    private Orders() {
        for (int order = 0; order < COUNT; order++) {
            shuffle(places[order], Shuffle.key(SEED, order));
            for (int slice = 0; slice < BLOCK; slice++) {
                int place = places[order][slice];
                shares[order][place] = (slice + within(order)) / BLOCK;
                z[order][place] = Normal.quantile(shares[order][place]);
            }
        }
    }

    /** The order of a turn, whatever number it is. */
    static int of(int turn) {
        return turn & (COUNT - 1);
    }

    /** Where a slice's request stands in the block under an order. */
    static int[] places(int order) {
        return ALL.places[order];
    }

    /** For each request its share: how many of all would take less, 0 to 1. Not to be written to. */
    static double[] shares(int order) {
        return ALL.shares[order];
    }

    /** For each request its quantile of the standard normal distribution. Not to be written to. */
    static double[] z(int order) {
        return ALL.z[order];
    }

    /** Slices of an order that lie below a share: on average over the orders exactly that share of them. */
    static int below(int order, double share) {
        return Math.clamp((int) Math.ceil(share * BLOCK - within(order)), 0, BLOCK);
    }

    /** A place counted from anywhere, running on at the beginning. */
    static int wrap(int place) {
        return place & MASK;
    }

    /** Where in its slices an order takes its values: its number with the bits reversed, as a fraction. */
    static double within(int order) {
        return within(order, 0.5);
    }

    /** The same with another place in the order's own part of a slice, 0 to 1, in the middle else. */
    static double within(int order, double at) {
        return ((Integer.reverse(order) >>> Integer.numberOfLeadingZeros(COUNT - 1)) + at) / COUNT;
    }

    private static void shuffle(int[] places, long key) {
        for (int i = 0; i < places.length; i++) {
            int j = (int) Math.unsignedMultiplyHigh(Shuffle.key(key, i), i + 1L);
            places[i] = places[j];
            places[j] = i;
        }
    }
}
