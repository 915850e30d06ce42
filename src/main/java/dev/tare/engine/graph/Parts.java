package dev.tare.engine.graph;

import java.util.Arrays;

/** Weakly connected parts by union-find with path halving, numbered by first appearance. */
record Parts(int count, int[] of) {
    static Parts of(int services, int[] from, int[] to) {
        int[] parent = new int[services];
        Arrays.setAll(parent, i -> i);
        for (int call = 0; call < from.length; call++) {
            int a = root(parent, from[call]);
            int b = root(parent, to[call]);
            parent[Math.max(a, b)] = Math.min(a, b);
        }
        return number(parent);
    }

    private static Parts number(int[] parent) {
        int count = 0;
        int[] of = new int[parent.length];
        for (int service = 0; service < of.length; service++) {
            int root = root(parent, service);
            of[service] = root == service ? count++ : of[root];
        }
        return new Parts(count, of);
    }

    private static int root(int[] parent, int service) {
        int at = service;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
