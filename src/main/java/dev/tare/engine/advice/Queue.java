package dev.tare.engine.advice;

import java.util.Arrays;

/**
 * Pairs of units waiting to be merged, the least change first, ties by the units' first services: a heap of four branches
 * in plain arrays, as there are millions of them on a large estate.
 */
final class Queue {
    private static final int BRANCHES = 4;

    private double[] change = new double[1024];
    private long[] firsts = new long[1024];
    private long[] pair = new long[1024];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds two units {@code a} and {@code b} whose first services are {@code firstA < firstB}. */
    void add(double by, int a, int b, int firstA, int firstB) {
        if (size == change.length) {
            change = Arrays.copyOf(change, 2 * size);
            firsts = Arrays.copyOf(firsts, 2 * size);
            pair = Arrays.copyOf(pair, 2 * size);
        }
        rise(size++, by, pack(firstA, firstB), pack(a, b));
    }

    double change() {
        return change[0];
    }

    int a() {
        return (int) (pair[0] >>> 32);
    }

    int b() {
        return (int) pair[0];
    }

    /** Takes the first away. */
    void remove() {
        size--;
        if (size > 0) {
            sink(change[size], firsts[size], pair[size]);
        }
    }

    private void rise(int from, double by, long tie, long units) {
        int at = from;
        while (at > 0 && before(by, tie, (at - 1) / BRANCHES)) {
            copy((at - 1) / BRANCHES, at);
            at = (at - 1) / BRANCHES;
        }
        put(at, by, tie, units);
    }

    private void sink(double by, long tie, long units) {
        int at = 0;
        int child = least(at);
        while (child > 0 && !before(by, tie, child)) {
            copy(child, at);
            at = child;
            child = least(at);
        }
        put(at, by, tie, units);
    }

    /** The first of a place's branches, 0 where it has none. */
    private int least(int at) {
        int from = at * BRANCHES + 1;
        int least = from < size ? from : 0;
        for (int child = from + 1; child < Math.min(size, from + BRANCHES); child++) {
            least = before(change[child], firsts[child], least) ? child : least;
        }
        return least;
    }

    private boolean before(double by, long tie, int other) {
        return by < change[other] || by == change[other] && tie < firsts[other];
    }

    private void copy(int from, int to) {
        put(to, change[from], firsts[from], pair[from]);
    }

    private void put(int at, double by, long tie, long units) {
        change[at] = by;
        firsts[at] = tie;
        pair[at] = units;
    }

    private static long pack(int high, int low) {
        return (long) high << 32 | low;
    }
}
