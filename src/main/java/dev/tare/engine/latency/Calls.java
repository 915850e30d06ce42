package dev.tare.engine.latency;

import java.util.Arrays;

/**
 * Adds what a caller waits for its calls, level by level: each copy of a call takes a hop in an order of its own and
 * reads the callee's answers from a start of its own, so that what is paired is paired as if by chance.
 */
final class Calls {
    /** Orders between a copy's hop and the choice of the requests that make it. */
    private static final int CHOICE = 16;
    private static final int CHOSEN = 1 << 20;
    /** From so many on it is faster to add nothing for those who do not call than to look for those who do. */
    private static final int MANY = Orders.BLOCK / 8;

    private final Stack stack;
    private final Room room;
    private final int block;
    private final int levels;

    /**
     * A call as this block makes it.
     *
     * @param order  of the caller's first call
     * @param remote whether it leaves the unit
     * @param below  the callee's answers by level, or one for all levels
     * @param alike  whether it is one for all
     */
    record Made(Leg leg, int order, boolean remote, double[][] below, boolean alike) {
        double[] below(int level) {
            return below[alike ? 0 : level];
        }
    }

    Calls(Stack stack, Room room, int block, int levels) {
        this.stack = stack;
        this.room = room;
        this.block = block;
        this.levels = levels;
    }

    /** Adds a call to rows by level, from one level up to another. */
    void add(Made call, double[][] rows, int first, int end) {
        if (!call.leg().scaled()) {
            copies(call, rows, first, end);
            return;
        }
        for (int level = first; level < end; level++) {
            Arrays.fill(room.total[level], 0);
        }
        copies(call, room.total, first, end);
        for (int level = first; level < end; level++) {
            call.leg().scale(room.total[level]);
            if (call.leg().parallel()) {
                Sample.longest(rows[level], room.total[level]);
            } else {
                Sample.add(rows[level], room.total[level]);
            }
        }
    }

    private void copies(Made call, double[][] rows, int first, int end) {
        long key = Shuffle.key(call.leg().key(), block);
        for (int copy = 0; copy < call.leg().copies(); copy++) {
            if (call.leg().share(copy) < 1) {
                some(call, copy, key, rows, first, end);
            } else {
                all(call, copy, key, rows, first, end);
            }
        }
    }

    private void all(Made call, int copy, long key, double[][] rows, int first, int end) {
        int start = Shuffle.start(key, copy);
        for (int level = first; level < end; level++) {
            if (level == first || !call.alike()) {
                Sample.rotate(room.turned, call.below(level), start);
            }
            double[] hop = hop(call, copy, key, level);
            if (call.leg().parallel()) {
                Sample.longest(rows[level], hop, room.turned);
            } else {
                Sample.add(rows[level], hop, room.turned);
            }
        }
    }

    /** Only some requests make this copy: those whose slices an order puts first. */
    private void some(Made call, int copy, long key, double[][] rows, int first, int end) {
        int choice = Orders.of(order(call, copy) + CHOICE);
        int chosen = Orders.below(choice, call.leg().share(copy));
        int from = Shuffle.start(key, copy + CHOSEN);
        int start = Shuffle.start(key, copy);
        int[] places = Orders.places(choice);
        for (int slice = 0; slice < chosen; slice++) {
            int i = Orders.wrap(places[slice] + from);
            room.callers[slice] = i;
            room.callees[slice] = Orders.wrap(i + start);
        }
        if (chosen >= MANY) {
            many(call, copy, key, rows, first, end, chosen, start);
            return;
        }
        for (int level = first; level < end; level++) {
            double[] hop = hop(call, copy, key, level);
            if (call.leg().parallel()) {
                longest(rows[level], hop, call.below(level), chosen);
            } else {
                add(rows[level], hop, call.below(level), chosen);
            }
        }
    }

    /** The same to the last bit: whoever does not call waits for nothing. */
    private void many(Made call, int copy, long key, double[][] rows, int first, int end, int chosen, int start) {
        Arrays.fill(room.made, 0);
        for (int k = 0; k < chosen; k++) {
            room.made[room.callers[k]] = 1;
        }
        for (int level = first; level < end; level++) {
            if (level == first || !call.alike()) {
                Sample.rotate(room.turned, call.below(level), start);
            }
            double[] hop = hop(call, copy, key, level);
            if (call.leg().parallel()) {
                Sample.longest(rows[level], room.made, hop, room.turned);
            } else {
                Sample.add(rows[level], room.made, hop, room.turned);
            }
        }
    }

    private void add(double[] sum, double[] hop, double[] row, int chosen) {
        int[] callers = room.callers;
        int[] callees = room.callees;
        for (int k = 0; k < chosen; k++) {
            int i = callers[k];
            sum[i] += hop[i] + row[callees[k]];
        }
    }

    private void longest(double[] longest, double[] hop, double[] row, int chosen) {
        int[] callers = room.callers;
        int[] callees = room.callees;
        for (int k = 0; k < chosen; k++) {
            int i = callers[k];
            longest[i] = Math.max(longest[i], hop[i] + row[callees[k]]);
        }
    }

    /** For each request of the caller the callee's request that a copy reads; -1 where the copy is not made. */
    int[] read(Made call, int copy) {
        long key = Shuffle.key(call.leg().key(), block);
        int start = Shuffle.start(key, copy);
        int[] read = new int[Orders.BLOCK];
        if (call.leg().share(copy) >= 1) {
            Arrays.setAll(read, i -> Orders.wrap(i + start));
            return read;
        }
        Arrays.fill(read, -1);
        int choice = Orders.of(order(call, copy) + CHOICE);
        int from = Shuffle.start(key, copy + CHOSEN);
        for (int slice = 0; slice < Orders.below(choice, call.leg().share(copy)); slice++) {
            int i = Orders.wrap(Orders.places(choice)[slice] + from);
            read[i] = Orders.wrap(i + start);
        }
        return read;
    }

    /** What a copy's hop takes on a level, by request of the caller; kept by the asker. */
    double[] hop(Made call, int copy, int level) {
        return hop(call, copy, Shuffle.key(call.leg().key(), block), level).clone();
    }

    private double[] hop(Made call, int copy, long key, int level) {
        int order = order(call, copy);
        double[] hop = stack.hop(call.remote() ? level : 0, call.leg().callee(), order, Shuffle.key(key, copy),
                room.hop);
        if (call.leg().turn() + copy < Orders.COUNT - 1) {
            return hop;
        }
        Sample.rotate(room.turnedHop, hop, Shuffle.start(Shuffle.key(key, copy), 0));
        return room.turnedHop;
    }

    private int order(Made call, int copy) {
        return Orders.of(call.order() + call.leg().turn() + copy + block);
    }
}
