package dev.tare.intake.trace;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Rows of spans whose service stands further down in the file. */
final class Held {
    private static final int STEP = SpanRow.LONGS + 1;
    /** Room that is given back once it is no longer needed. */
    private static final int LARGE = 62_500 * STEP;

    private long[] rows = new long[64 * STEP];
    private int filled;

    void hold(long[] row, int process) {
        if (filled + STEP > rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        System.arraycopy(row, 0, rows, filled, SpanRow.LONGS);
        rows[filled + SpanRow.LONGS] = process;
        filled += STEP;
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
