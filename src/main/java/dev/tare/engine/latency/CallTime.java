package dev.tare.engine.latency;

import java.util.Arrays;

/**
 * How long a caller waits for one of its calls, all repeats of it, on each level. Works in rows of its own, which the
 * next call overwrites.
 */
final class CallTime {
    private final Stack stack;
    private final Shuffle shuffle;
    private final double inProcess;
    private final double[][] total;
    private final double[] hop;
    private final double[] one;

    /** A call as the draws need it: how often, whether out of the unit, and the key of its draws. */
    record Made(int callee, Repeats repeats, boolean parallel, boolean remote, long key) {}

    CallTime(Stack stack, Shuffle shuffle, int draws, double inProcess) {
        this.stack = stack;
        this.shuffle = shuffle;
        this.inProcess = inProcess;
        total = new double[stack.levels()][draws];
        hop = new double[draws];
        one = new double[draws];
    }

    /** Adds the time of a call that is made exactly once and in sequence to the caller's rows, in one sweep. */
    void addOnce(Made call, double[][] answers, double[][] sum, int levels) {
        long key = Shuffle.key(call.key(), 0);
        int start = shuffle.start(call.key(), 0);
        Arrays.fill(hop, 0);
        for (int level = 0; level < levels; level++) {
            if (level > 0 && call.remote()) {
                stack.draw(hop, level, call.callee(), key, shuffle);
            }
            Sample.add(sum[level], hop, inProcess, answers[level], start);
        }
    }

    /** Rows by level of the time the call takes, given the callee's answers by level. */
    double[][] of(Made call, double[][] answers, int levels) {
        for (int level = 0; level < levels; level++) {
            Arrays.fill(total[level], 0);
        }
        for (int copy = 0; copy < call.repeats().copies(); copy++) {
            copy(call, answers, levels, copy);
        }
        if (call.repeats().scaled()) {
            for (int level = 0; level < levels; level++) {
                scale(call, total[level]);
            }
        }
        return total;
    }

    private void copy(Made call, double[][] answers, int levels, int copy) {
        long key = Shuffle.key(call.key(), copy);
        boolean last = copy == call.repeats().copies() - 1;
        Arrays.fill(hop, 0);
        for (int level = 0; level < levels; level++) {
            if (level > 0 && call.remote()) {
                stack.draw(hop, level, call.callee(), key, shuffle);
            }
            Arrays.fill(one, 0);
            Sample.add(one, hop, inProcess, answers[level], shuffle.start(call.key(), copy));
            if (last && call.repeats().lastKept() < one.length) {
                Sample.thin(one, call.repeats().lastKept(), shuffle.order(key), shuffle.start(key));
            }
            join(call, total[level]);
        }
    }

    private void join(Made call, double[] row) {
        if (call.parallel()) {
            Sample.longest(row, one);
        } else {
            Sample.add(row, one);
        }
    }

    private static void scale(Made call, double[] row) {
        if (call.parallel()) {
            call.repeats().scaleLongest(row);
        } else {
            call.repeats().scaleSum(row);
        }
    }
}
