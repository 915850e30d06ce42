package dev.tare.engine.latency;

/** Keys by which quantities choose their draws: the same for the same way through a graph, else as if by chance. */
final class Shuffle {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Shuffle() {}

    /** A key for the {@code i}-th thing under a key: SplitMix64's finaliser (Steele, Lea, Flood, OOPSLA 2014). */
    static long key(long parent, int i) {
        long z = parent + (i + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The order a key starts with in its first block. */
    static int order(long key) {
        return (int) (key >>> 59);
    }

    /** Where in a block the {@code i}-th copy under a key starts, no two copies at the same place. */
    static int start(long key, int i) {
        int stride = (int) (key >>> 32) | 1;
        return Orders.wrap((int) key + i * stride);
    }
}
