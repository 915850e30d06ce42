package dev.tare.engine.latency;

/** The rows one run works in, by slot and level, used again by the next; what they held before means nothing. */
final class Room {
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

    /** Requests of the caller that make a call, and the answers they get. */
    final int[] callers = new int[Orders.BLOCK];
    final int[] callees = new int[Orders.BLOCK];

    Room(int slots, int levels) {
        this.slots = new double[slots][levels][Orders.BLOCK];
        longest = new double[levels][Orders.BLOCK];
        total = new double[levels][Orders.BLOCK];
    }

    boolean fits(int levels) {
        return longest.length >= levels;
    }
}
