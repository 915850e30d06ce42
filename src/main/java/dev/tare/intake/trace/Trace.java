package dev.tare.intake.trace;

import java.util.Arrays;

/**
 * The spans of one trace as columns, cleaned: parts of one span put together, duplicates gone, parents found. One
 * object serves for all traces.
 */
final class Trace {
    private final Rules rules;
    int size;
    /** The columns; rows from {@link #size} on mean nothing. */
    long[] id = new long[16];
    long[] parentId = new long[16];
    long[] start = new long[16];
    long[] duration = new long[16];
    long[] flags = new long[16];
    long[] sizes = new long[16];
    int[] service = new int[16];
    int[] peer = new int[16];
    /** The row of the parent, -1 for none. */
    int[] parent = new int[16];
    /** How many spans below show what a span called. */
    int[] children = new int[16];
    /** Whether the parent was named but is missing, and the trace's root stands in for it. */
    boolean[] adopted = new boolean[16];
    /** The row of the span that nobody called, -1 when it is missing. */
    int root;
    long duplicates;
    private boolean[] gone = new boolean[16];
    private final ById rows = new ById();
    private final SameIds sameIds;
    private final Parents parents;

    Trace(Names names, Rules rules) {
        this.rules = rules;
        sameIds = new SameIds(this, names, rules, rows);
        parents = new Parents(this, rules, rows);
    }

    void clear() {
        size = 0;
        duplicates = 0;
    }

    void add(long[] rows, int at) {
        if (size == id.length) {
            grow();
        }
        id[size] = rows[at + SpanRow.ID];
        parentId[size] = rows[at + SpanRow.PARENT];
        start[size] = rows[at + SpanRow.START];
        duration[size] = rows[at + SpanRow.DURATION];
        flags[size] = rows[at + SpanRow.FLAGS];
        sizes[size] = rows[at + SpanRow.SIZES];
        service[size] = (int) (rows[at + SpanRow.NAMES] >>> 32);
        peer[size] = (int) rows[at + SpanRow.NAMES];
        size++;
    }

    private void grow() {
        int length = id.length * 2;
        id = Arrays.copyOf(id, length);
        parentId = Arrays.copyOf(parentId, length);
        start = Arrays.copyOf(start, length);
        duration = Arrays.copyOf(duration, length);
        flags = Arrays.copyOf(flags, length);
        sizes = Arrays.copyOf(sizes, length);
        service = Arrays.copyOf(service, length);
        peer = Arrays.copyOf(peer, length);
        parent = new int[length];
        adopted = new boolean[length];
        children = new int[length];
        gone = new boolean[length];
    }

    Kind kind(int span) {
        return Kind.of((int) (flags[span] & SpanRow.KIND_MASK));
    }

    boolean isShared(int span) {
        return (flags[span] & SpanRow.SHARED) != 0;
    }

    boolean follows(int span) {
        return (flags[span] & SpanRow.FOLLOWS) != 0;
    }

    Peer peerKind(int span) {
        return Peer.of((int) ((flags[span] & SpanRow.PEER_MASK) >>> SpanRow.PEER_SHIFT));
    }

    long end(int span) {
        return start[span] + duration[span];
    }

    /** Puts the spans in order: afterwards rows are distinct spans and their parents are known. */
    void link() {
        Arrays.fill(gone, 0, size, false);
        rows.index(id, size);
        if (sameIds.merge()) {
            pack();
            rows.index(id, size);
        }
        parents.find();
        Arrays.fill(children, 0, size, 0);
        for (int span = 0; span < size; span++) {
            if (parent[span] >= 0 && isFarEnd(span)) {
                children[parent[span]]++;
            }
        }
    }

    /** Whether the span shows what its parent called, so that the parent's own word is not needed. */
    private boolean isFarEnd(int span) {
        return rules == Rules.ZIPKIN || service[span] != service[parent[span]] || kind(span) == Kind.CLIENT
                || kind(span) == Kind.PRODUCER;
    }

    /** Two parts of one span become one. */
    void take(int into, int from) {
        duplicates++;
        gone[from] = true;
        if (kind(into) == Kind.NONE) {
            flags[into] |= flags[from] & SpanRow.KIND_MASK;
        }
        if (peer[into] == 0) {
            peer[into] = peer[from];
            flags[into] = flags[into] & ~SpanRow.PEER_MASK | flags[from] & SpanRow.PEER_MASK;
        }
        flags[into] |= flags[from] & (SpanRow.SHARED | SpanRow.FOLLOWS);
        long address = -1L << SpanRow.ADDRESS_SHIFT;
        flags[into] |= (flags[into] & address) == 0 ? flags[from] & address : 0;
        service[into] = service[into] == 0 ? service[from] : service[into];
        parentId[into] = parentId[into] == 0 ? parentId[from] : parentId[into];
        if (start[from] > 0 && (start[into] == 0 || start[from] < start[into])) {
            start[into] = start[from];
        }
        duration[into] = Math.max(duration[into], duration[from]);
        sizes[into] = Sizes.either(sizes[into], sizes[from]);
    }

    private void pack() {
        int kept = 0;
        for (int span = 0; span < size; span++) {
            if (!gone[span]) {
                move(span, kept++);
            }
        }
        size = kept;
    }

    private void move(int from, int to) {
        id[to] = id[from];
        parentId[to] = parentId[from];
        start[to] = start[from];
        duration[to] = duration[from];
        flags[to] = flags[from];
        sizes[to] = sizes[from];
        service[to] = service[from];
        peer[to] = peer[from];
    }
}
