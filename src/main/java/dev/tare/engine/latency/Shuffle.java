package dev.tare.engine.latency;

/**
 * Keyed draws without replacement: a few random orders of the numbers 0 to n − 1, each to be started anywhere. A key
 * picks the order and the start, so that quantities with different keys are paired at random while each of them takes
 * every one of its n quantiles once (Latin hypercube sampling: McKay, Beckman, Conover, Technometrics 21, 1979).
 */
final class Shuffle {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int ORDERS = 32;

    private final int[][] orders = new int[ORDERS][];
    private final int mask;

    /** For {@code n} draws, a power of two. */
    Shuffle(int n, long seed) {
        mask = n - 1;
        for (int i = 0; i < ORDERS; i++) {
            orders[i] = order(n, key(seed, i));
        }
    }

    /** A key for the {@code i}-th thing under a key: SplitMix64's finaliser (Steele, Lea, Flood, OOPSLA 2014). */
    static long key(long parent, int i) {
        long z = parent + (i + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The order a key picks. */
    int[] order(long key) {
        return orders[(int) (key >>> 59)];
    }

    /** Where a key starts in that order, or in any other row of n. */
    int start(long key) {
        return (int) key & mask;
    }

    /** Where the {@code i}-th copy under a key starts, no two copies at the same place. */
    int start(long key, int i) {
        int stride = (int) (key >>> 32) | 1;
        return ((int) key + i * stride) & mask;
    }

    private static int[] order(int n, long seed) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = (int) Math.unsignedMultiplyHigh(key(seed, i), i + 1L);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
