package dev.tare.engine.latency;

/** Where the last slices take their values, turn of all orders by turn: in the middle first, then as if by chance. */
record Tails(long seed, boolean middleFirst) {
    double at(int turn) {
        return turn == 0 && middleFirst ? Double.NaN : (Shuffle.key(seed, turn) >>> 11) * 0x1p-53;
    }
}
