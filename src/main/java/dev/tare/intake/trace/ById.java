package dev.tare.intake.trace;

import java.util.Arrays;

/** Finds the rows of a trace by the id of their span; rows of one id are a chain, the last one first. */
final class ById {
    private int[] before = new int[16];
    private int[] slots = new int[32];
    private long[] ids = {};
    private int mask;

    /** Looks at the first {@code size} ids, which stay as they are until the before look. */
    void index(long[] ids, int size) {
        this.ids = ids;
        mask = Integer.highestOneBit(Math.max(8, size)) * 2 - 1;
        if (before.length < size) {
            before = new int[ids.length];
        }
        if (slots.length <= mask) {
            slots = new int[mask + 1];
        }
        Arrays.fill(slots, 0, mask + 1, 0);
        for (int row = 0; row < size; row++) {
            int slot = slot(ids[row]);
            before[row] = slots[slot] - 1;
            slots[slot] = row + 1;
        }
    }

    private int slot(long wanted) {
        int slot = (int) Ids.mix(wanted) & mask;
        while (slots[slot] != 0 && ids[slots[slot] - 1] != wanted) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The last row of an id, -1 for none. */
    int last(long wanted) {
        return slots[slot(wanted)] - 1;
    }

    /** The row of the same id before this one, -1 for none. */
    int before(int row) {
        return before[row];
    }
}
