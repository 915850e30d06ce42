package dev.tare.engine.advice;

import java.util.Arrays;

/** Groupings as arrays: for each service by position the unit it is in. */
final class Grouping {
    private Grouping() {}

    /** Every service alone. */
    static int[] oneEach(int services) {
        int[] units = new int[services];
        Arrays.setAll(units, i -> i);
        return units;
    }

    /** The same grouping with units numbered from 0 in order of first appearance: (7, 3, 7) becomes (0, 1, 0). */
    static int[] canonical(int[] units) {
        int most = Arrays.stream(units).max().orElse(-1);
        int[] number = new int[most + 1];
        int[] canonical = new int[units.length];
        int next = 0;
        for (int i = 0; i < units.length; i++) {
            if (number[units[i]] == 0) {
                number[units[i]] = ++next;
            }
            canonical[i] = number[units[i]] - 1;
        }
        return canonical;
    }

    /** How many units a canonical grouping has. */
    static int count(int[] units) {
        return Arrays.stream(units).max().orElse(-1) + 1;
    }

    /** The services of each unit, ascending. */
    static int[][] members(int[] units) {
        int[] size = new int[count(units)];
        for (int unit : units) {
            size[unit]++;
        }
        int[][] members = new int[size.length][];
        Arrays.setAll(members, u -> new int[size[u]]);
        for (int i = units.length - 1; i >= 0; i--) {
            members[units[i]][--size[units[i]]] = i;
        }
        return members;
    }
}
