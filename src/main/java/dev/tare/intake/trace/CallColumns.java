package dev.tare.intake.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Calls as columns until they are sorted by the names at their ends. */
final class CallColumns {
    private final Names names;
    private long[] ends = new long[64];
    private long[] counts = new long[64];
    private int size;

    /** Makes something of one call. */
    interface Make<T> {
        T of(int from, int to, long count, int mode);
    }

    CallColumns(Names names) {
        this.names = names;
    }

    /** A mode of two bits. */
    void add(int from, int to, long count, int mode) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        ends[size] = (long) from << 32 | to;
        counts[size++] = count << 2 | mode;
    }

    <T> List<T> sorted(Make<T> make) {
        int[] ranks = ranks();
        long[] keys = new long[size];
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, size));
        int rankBits = Integer.SIZE - Integer.numberOfLeadingZeros(names.size());
        if (2 * rankBits + placeBits > Long.SIZE - 1) {
            return IntStream.range(0, size).boxed().sorted(Comparator.comparingLong(place -> ranked(ranks, place)))
                    .map(place -> made(place, make)).toList();
        }
        for (int place = 0; place < size; place++) {
            long from = ranks[(int) (ends[place] >>> 32)];
            keys[place] = (from << rankBits | ranks[(int) ends[place]]) << placeBits | place;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToObj(key -> made((int) (key & (1L << placeBits) - 1), make)).toList();
    }

    private long ranked(int[] ranks, int place) {
        return (long) ranks[(int) (ends[place] >>> 32)] << 32 | ranks[(int) ends[place]];
    }

    private <T> T made(int place, Make<T> make) {
        return make.of((int) (ends[place] >>> 32), (int) ends[place], counts[place] >>> 2, (int) counts[place] & 3);
    }

    private int[] ranks() {
        int[] ranks = new int[names.size()];
        int[] sorted = IntStream.range(1, names.size()).boxed().sorted(Comparator.comparing(names::text))
                .mapToInt(Integer::intValue).toArray();
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[sorted[rank]] = rank;
        }
        return ranks;
    }
}
