package dev.tare.intake.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts for pairs of numbers. A pair past the limit is not taken up and only counted, so that memory has a bound
 * whatever the file says.
 */
final class Edges {
    private static final int MOST = 3_000_000;

    private long[] keys = new long[1 << 10];
    private int[] calls = new int[1 << 10];
    private int[] outlived = new int[1 << 10];
    private int[] parallel = new int[1 << 10];
    private @Nullable Exchanges[] exchanges = new Exchanges[1 << 10];
    private int size;
    /** Bytes that may still be taken for what was seen of calls: a thirty-second of the memory. */
    private long room = Runtime.getRuntime().maxMemory() / 32;
    private boolean full;
    private long leftOut;

    /** Takes one pair and its counts. */
    interface Each {
        void take(int from, int to, long calls, long outlived, long parallel);
    }

    /** Where the pair is counted; -1 when there is no room for it. Neither number is zero. */
    private int slot(int from, int to) {
        long key = (long) from << 32 | to;
        int mask = keys.length - 1;
        int slot = (int) Ids.mix(key) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        if (keys[slot] == 0) {
            if (size >= MOST) {
                return -1;
            }
            keys[slot] = key;
            if (++size * 5L > keys.length * 3L) {
                grow();
                return slot(from, to);
            }
        }
        return slot;
    }

    /** Where the pair is counted, for {@link #saw}; -1 when it is not. */
    int add(int from, int to, boolean outlives) {
        return add(from, to, 1, outlives ? 1 : 0);
    }

    int add(int from, int to, long times, long outlives) {
        int slot = slot(from, to);
        if (slot < 0) {
            leftOut += times;
        } else {
            calls[slot] = Math.clamp(calls[slot] + times, 0, Integer.MAX_VALUE);
            outlived[slot] = Math.clamp(outlived[slot] + outlives, 0, Integer.MAX_VALUE);
        }
        return slot;
    }

    /** What was seen of the call that was added last: microseconds, 0 when not stated, and {@link Sizes}. */
    void saw(int slot, long micros, long sizes) {
        if (slot >= 0 && (micros > 0 || sizes != 0)) {
            Exchanges seen = begun(slot);
            room -= seen == null ? 0 : seen.add(micros, sizes);
        }
    }

    /** What was seen of calls that turn out to be those added last. */
    void sawAll(int slot, @Nullable Exchanges others) {
        if (slot >= 0 && others != null) {
            Exchanges seen = begun(slot);
            room -= seen == null ? 0 : seen.addAll(others);
        }
    }

    private @Nullable Exchanges begun(int slot) {
        Exchanges seen = exchanges[slot];
        if (seen == null && room > 0) {
            seen = new Exchanges();
            exchanges[slot] = seen;
            room -= Exchanges.BYTES;
        }
        full |= seen == null;
        return seen;
    }

    /** What was seen of the calls of a pair that is counted. */
    @Nullable
    Exchanges seen(int from, int to) {
        int slot = slot(from, to);
        return slot < 0 ? null : exchanges[slot];
    }

    /** Whether there was no room for what was seen of some. */
    boolean isFull() {
        return full;
    }

    /** The count that at most this many pairs reach, 0 when all do. */
    int countReachedBy(int most) {
        if (size <= most) {
            return 0;
        }
        int[] counts = Arrays.stream(calls).filter(count -> count > 0).sorted().toArray();
        return counts[Math.max(0, counts.length - most - 1)] + 1;
    }

    void overlapped(int from, int to) {
        int slot = slot(from, to);
        if (slot >= 0) {
            parallel[slot]++;
        }
    }

    int size() {
        return size;
    }

    long leftOut() {
        return leftOut;
    }

    void each(Each taker) {
        for (int i = 0; i < keys.length; i++) {
            if (calls[i] > 0) {
                taker.take((int) (keys[i] >>> 32), (int) keys[i], calls[i], outlived[i], parallel[i]);
            }
        }
    }

    private void grow() {
        long[] knownKeys = keys;
        int[][] known = { calls, outlived, parallel };
        @Nullable
        Exchanges[] seen = exchanges;
        keys = new long[knownKeys.length * 2];
        calls = new int[keys.length];
        outlived = new int[keys.length];
        parallel = new int[keys.length];
        exchanges = new Exchanges[keys.length];
        int mask = keys.length - 1;
        for (int i = 0; i < knownKeys.length; i++) {
            if (knownKeys[i] != 0) {
                int slot = (int) Ids.mix(knownKeys[i]) & mask;
                while (keys[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                keys[slot] = knownKeys[i];
                calls[slot] = known[0][i];
                outlived[slot] = known[1][i];
                parallel[slot] = known[2][i];
                exchanges[slot] = seen[i];
            }
        }
    }
}
