package dev.tare.engine.latency;

import java.util.ArrayDeque;
import java.util.Deque;

/** The rows one run works in, by slot and level, used again by the next; what they held before means nothing. */
final class Room {
    private static final int MOST_SPARE = 8;

    final double[][][] slots;
    /** What parallel calls take, by level. */
    final double[][] longest;
    /** What the copies of a call take together, by level. */
    final double[][] total;
    /** An answer as one of its callers reads it. */
    final double[] turned = new double[Orders.BLOCK];
    /** A hop with its callee's own part. */
    final double[] hop = new double[Orders.BLOCK];
    /** A hop of a caller with more calls than there are orders. */
    final double[] turnedHop = new double[Orders.BLOCK];

    /** Which requests of the caller make a call: 1 for those, 0 for the others. */
    final double[] made = new double[Orders.BLOCK];
    /** Requests of the caller that make a call, and the answers they get. */
    final int[] callers = new int[Orders.BLOCK];
    final int[] callees = new int[Orders.BLOCK];

    /** Rows of all requests, as long as the last run's. */
    private final Deque<double[]> spare = new ArrayDeque<>();

    /** Room for all requests; what it held before means nothing. */
    double[] take(int requests) {
        double[] row = spare.poll();
        return row != null && row.length == requests ? row : new double[requests];
    }

    /** Gives it back. */
    void give(double[] row) {
        if (spare.size() < MOST_SPARE) {
            spare.push(row);
        }
    }

    Room(int slots, int levels) {
        this.slots = new double[slots][levels][Orders.BLOCK];
        longest = new double[levels][Orders.BLOCK];
        total = new double[levels][Orders.BLOCK];
    }

    boolean fits(int levels) {
        return longest.length >= levels;
    }
}
