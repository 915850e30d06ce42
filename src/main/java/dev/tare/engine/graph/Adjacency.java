package dev.tare.engine.graph;

/**
 * Calls grouped by one of their ends: those of service {@code s} are {@code calls[start[s]]} up to, not including,
 * {@code calls[start[s + 1]]}, in the order stated.
 */
record Adjacency(int[] start, int[] calls) {
    /** Groups the positions of {@code key} by value, which must be below {@code groups}. */
    static Adjacency by(int[] key, int groups) {
        int[] start = new int[groups + 1];
        for (int group : key) {
            start[group + 1]++;
        }
        for (int group = 0; group < groups; group++) {
            start[group + 1] += start[group];
        }
        int[] next = start.clone();
        int[] calls = new int[key.length];
        for (int i = 0; i < key.length; i++) {
            calls[next[key[i]]++] = i;
        }
        return new Adjacency(start, calls);
    }
}
