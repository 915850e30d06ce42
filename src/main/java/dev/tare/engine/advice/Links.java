package dev.tare.engine.advice;

import java.util.Arrays;

/** Weights to other units by their number: an open-addressing map without boxing. */
final class Links {
    private static final int FREE = -1;

    private int[] key;
    private double[] weight;
    private int size;

    Links(int expected) {
        int capacity = Integer.highestOneBit(Math.max(4, 2 * expected) - 1) << 1;
        key = new int[capacity];
        Arrays.fill(key, FREE);
        weight = new double[capacity];
    }

    int size() {
        return size;
    }

    /** The weight to a unit, 0 when there is none. */
    double get(int unit) {
        int at = find(unit);
        return key[at] == unit ? weight[at] : 0;
    }

    boolean has(int unit) {
        return key[find(unit)] == unit;
    }

    void add(int unit, double more) {
        int at = find(unit);
        if (key[at] == FREE) {
            key[at] = unit;
            size++;
        }
        weight[at] += more;
        if (2 * size > key.length) {
            grow();
        }
    }

    /** Takes a unit out and gives its weight; later entries of its run move up so that they stay findable. */
    double remove(int unit) {
        int hole = find(unit);
        double removed = key[hole] == unit ? weight[hole] : 0;
        if (key[hole] == FREE) {
            return 0;
        }
        size--;
        for (int at = next(hole); key[at] != FREE; at = next(at)) {
            int home = home(key[at]);
            boolean reachable = hole <= at ? hole < home && home <= at : hole < home || home <= at;
            if (!reachable) {
                key[hole] = key[at];
                weight[hole] = weight[at];
                hole = at;
            }
        }
        key[hole] = FREE;
        weight[hole] = 0;
        return removed;
    }

    /** The units linked to, ascending. */
    int[] units() {
        int[] units = Arrays.stream(key).filter(k -> k != FREE).toArray();
        Arrays.sort(units);
        return units;
    }

    private int find(int unit) {
        int at = home(unit);
        while (key[at] != FREE && key[at] != unit) {
            at = next(at);
        }
        return at;
    }

    private int home(int unit) {
        return (unit * 0x9E3779B9 >>> 7) & key.length - 1;
    }

    private int next(int at) {
        return at + 1 & key.length - 1;
    }

    private void grow() {
        int[] keys = key;
        double[] weights = weight;
        key = new int[2 * keys.length];
        Arrays.fill(key, FREE);
        weight = new double[key.length];
        size = 0;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != FREE) {
                add(keys[i], weights[i]);
            }
        }
    }
}
