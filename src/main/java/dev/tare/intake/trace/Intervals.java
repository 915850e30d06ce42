package dev.tare.intake.trace;

import java.util.Arrays;

/** The times each visit of a trace waited for others; those that overlap ran in parallel. */
final class Intervals {
    private int[] first = new int[16];
    private int[] next = new int[16];
    private long[] from = new long[16];
    private long[] to = new long[16];
    private int[] caller = new int[16];
    private int[] called = new int[16];
    private int size;

    void clear(int visits) {
        if (first.length < visits) {
            first = new int[visits * 2];
        }
        Arrays.fill(first, 0, visits, -1);
        size = 0;
    }

    void add(int visit, long start, long end, int by, int of) {
        if (size == from.length) {
            int length = size * 2;
            next = Arrays.copyOf(next, length);
            from = Arrays.copyOf(from, length);
            to = Arrays.copyOf(to, length);
            caller = Arrays.copyOf(caller, length);
            called = Arrays.copyOf(called, length);
        }
        from[size] = start;
        to[size] = end;
        caller[size] = by;
        called[size] = of;
        next[size] = first[visit];
        first[visit] = size++;
    }

    /**
     * How long a visit between two times waited, times counted once that were waited for several; says which calls
     * overlap others. A wait outside of the visit's own time, as clocks that disagree give it, counts with its length.
     */
    long of(int visit, long start, long end, Edges calls) {
        if (first[visit] < 0) {
            return 0;
        }
        int[] order = order(visit);
        long waited = 0;
        long reached = Long.MIN_VALUE;
        long apart = 0;
        for (int i = 0; i < order.length; i++) {
            int at = order[i];
            boolean overlaps = from[at] < reached || i + 1 < order.length && from[order[i + 1]] < to[at];
            if (overlaps && to[at] > from[at]) {
                calls.overlapped(caller[at], called[at]);
            }
            long begins = Math.max(Math.max(from[at], start), reached);
            long ends = Math.min(to[at], end);
            waited += Math.max(0, ends - begins);
            apart += to[at] <= start || from[at] >= end ? to[at] - from[at] : 0;
            reached = Math.max(reached, to[at]);
        }
        return Math.min(end - start, waited + apart);
    }

    private int[] order(int visit) {
        int count = 0;
        for (int at = first[visit]; at >= 0; at = next[at]) {
            count++;
        }
        long[] keys = new long[count];
        int[] order = new int[count];
        int i = 0;
        for (int at = first[visit]; at >= 0; at = next[at]) {
            keys[i] = from[at];
            order[i++] = at;
        }
        sort(keys, order);
        return order;
    }

    /** By key; few by insertion, many by sorting key and place together. */
    private static void sort(long[] keys, int[] order) {
        if (keys.length <= 40) {
            for (int i = 1; i < keys.length; i++) {
                long key = keys[i];
                int place = order[i];
                int at = i;
                for (; at > 0 && keys[at - 1] > key; at--) {
                    keys[at] = keys[at - 1];
                    order[at] = order[at - 1];
                }
                keys[at] = key;
                order[at] = place;
            }
        } else {
            Integer[] places = Arrays.stream(order).boxed().toArray(Integer[]::new);
            long[] byPlace = keys.clone();
            Integer[] ranks = new Integer[keys.length];
            Arrays.setAll(ranks, rank -> rank);
            Arrays.sort(ranks, (left, right) -> Long.compare(byPlace[left], byPlace[right]));
            for (int i = 0; i < ranks.length; i++) {
                order[i] = places[ranks[i]];
            }
        }
    }
}
