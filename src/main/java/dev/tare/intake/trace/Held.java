package dev.tare.intake.trace;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Rows of spans whose service stands further down in the file; at most {@value #MOST}, 72 bytes each. */
final class Held {
    static final int MOST = 1_000_000;
    private static final int STEP = SpanRow.LONGS + 1;
    /** Room that is given back once it is no longer needed. */
    private static final int LARGE = 62_500 * STEP;

    private long[] rows = new long[64 * STEP];
    private int filled;

    /** Whether there was room. */
    boolean hold(long[] row, int process) {
        if (filled >= MOST * STEP) {
            return false;
        }
        if (filled + STEP > rows.length) {
            rows = Arrays.copyOf(rows, Math.min(rows.length * 2, MOST * STEP));
        }
        System.arraycopy(row, 0, rows, filled, SpanRow.LONGS);
        rows[filled + SpanRow.LONGS] = process;
        filled += STEP;
        return true;
    }

    void release(SpanRow row, IntUnaryOperator serviceOfProcess, Runnable add) {
        for (int at = 0; at < filled; at += STEP) {
            System.arraycopy(rows, at, row.row, 0, SpanRow.LONGS);
            row.service(serviceOfProcess.applyAsInt((int) rows[at + SpanRow.LONGS]));
            add.run();
        }
        filled = 0;
        if (rows.length > LARGE) {
            rows = new long[64 * STEP];
        }
    }
}
