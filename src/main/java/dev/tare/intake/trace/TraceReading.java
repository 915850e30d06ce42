package dev.tare.intake.trace;

import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Takes the spans a format's reader hands over, one by one in any order, and gives what they say together. Spans of one
 * trace may lie in several files.
 */
public final class TraceReading implements AutoCloseable {
    /** How many spans can wait for their service's name. */
    public static final int MOST_HELD = Held.MOST;

    private final String format;
    private final Names names = new Names();
    private final SpanStore store = new SpanStore();
    private final SpanRow row;
    private final Rules rules;
    private final Load load;
    private final List<FileRead> files = new ArrayList<>();
    private final Held held = new Held();
    private int inFile;
    private long unnamed;

    /**
     * Begins.
     *
     * @param lowerCase whether the format means the same service by names that differ in case
     */
    public TraceReading(String format, Rules rules, boolean lowerCase, Answers answers) {
        this.format = format;
        this.rules = rules;
        this.row = new SpanRow(names, lowerCase);
        this.load = Load.of(answers);
    }

    /** What traces do not say. */
    public static List<Question> questions() {
        return Load.QUESTIONS;
    }

    /** The one span to fill; {@link #add()} takes it. */
    public SpanRow span() {
        return row;
    }

    /** Takes the span as it is filled now. */
    public void add() {
        store.add(row.row);
        inFile++;
        unnamed += row.hasService() ? 0 : 1;
    }

    /**
     * Takes the span as it is filled now, but for its service, which is told later.
     *
     * @param process how the file calls the service meanwhile, from 0
     * @return false when {@link #MOST_HELD} spans wait already
     */
    public boolean hold(int process) {
        return held.hold(row.row, process);
    }

    /** Takes the spans that were held. */
    public void release(IntUnaryOperator serviceOfProcess) {
        held.release(row, serviceOfProcess, this::add);
    }

    /** How many spans the file held so far. */
    public int inFile() {
        return inFile;
    }

    /** The file is read to its end. */
    public void read(String file) {
        files.add(new FileRead(file, format, inFile));
        inFile = 0;
    }

    /** What all spans together say. */
    public Draft draft() {
        Observed observed = observed();
        return new TraceDraft(format, names, observed, load, files).draft(store.leftOut(), unnamed);
    }

    private Observed observed() {
        Observed observed = new Observed();
        Trace trace = new Trace(names, rules);
        Linker linker = new Linker(observed, trace, rules);
        Sorting sorting = new Sorting();
        long[] rows = {};
        for (int part = 0; part < store.parts(); part++) {
            rows = store.read(part, rows);
            sorting.sort(rows, store.size(part));
            while (sorting.next(trace)) {
                observed.spans += trace.size;
                trace.link();
                linker.count();
                observed.traces++;
                observed.duplicates += trace.duplicates;
            }
        }
        return observed;
    }

    @Override
    public void close() {
        store.close();
    }

    /** Goes through the rows of one part trace by trace. */
    private static final class Sorting {
        private long[] rows = {};
        private int[] heads = {};
        private int[] tails = {};
        private int[] next = {};
        private int[] firsts = {};
        private int traces;
        private int at;

        void sort(long[] of, int length) {
            rows = of;
            int spans = length / SpanRow.LONGS;
            int mask = Integer.highestOneBit(Math.max(8, spans)) * 2 - 1;
            if (heads.length <= mask) {
                heads = new int[mask + 1];
                tails = new int[mask + 1];
                next = new int[mask + 1];
                firsts = new int[mask + 1];
            }
            Arrays.fill(heads, 0, mask + 1, -1);
            traces = 0;
            at = 0;
            for (int span = 0; span < spans; span++) {
                chain(span, mask);
            }
        }

        private void chain(int span, int mask) {
            long trace = rows[span * SpanRow.LONGS + SpanRow.TRACE];
            int slot = (int) Ids.mix(trace) & mask;
            while (heads[slot] >= 0 && rows[heads[slot] * SpanRow.LONGS + SpanRow.TRACE] != trace) {
                slot = slot + 1 & mask;
            }
            next[span] = -1;
            if (heads[slot] < 0) {
                heads[slot] = span;
                firsts[traces++] = span;
            } else {
                next[tails[slot]] = span;
            }
            tails[slot] = span;
        }

        boolean next(Trace trace) {
            if (at == traces) {
                return false;
            }
            trace.clear();
            for (int span = firsts[at++]; span >= 0; span = next[span]) {
                trace.add(rows, span * SpanRow.LONGS);
            }
            return true;
        }
    }
}
