package dev.tare.intake.trace;

import java.util.Arrays;

/**
 * The spans of one trace as columns, cleaned: parts of one span put together, duplicates gone, parents found. One
 * object serves for all traces.
 */
final class Trace {
    private final Names names;
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
    private int[] next = new int[16];
    private int[] group = new int[16];
    private boolean[] gone = new boolean[16];
    private int[] slots = new int[32];

    Trace(Names names, Rules rules) {
        this.names = names;
        this.rules = rules;
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
        next = new int[length];
        group = new int[length];
        gone = new boolean[length];
        slots = new int[length * 2];
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
        index();
        if (mergeSameIds()) {
            pack();
            index();
        }
        root = root();
        Arrays.fill(children, 0, size, 0);
        for (int span = 0; span < size; span++) {
            adopted[span] = false;
            parent[span] = span == root ? -1 : parentOf(span);
        }
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

    /** Chains the rows of one id, the last one first. */
    private void index() {
        int mask = mask();
        Arrays.fill(slots, 0, mask + 1, 0);
        for (int span = 0; span < size; span++) {
            int slot = slot(id[span], mask);
            next[span] = slots[slot] - 1;
            slots[slot] = span + 1;
        }
    }

    private int mask() {
        return Integer.highestOneBit(Math.max(8, size)) * 2 - 1;
    }

    private int slot(long wanted, int mask) {
        int slot = (int) Ids.mix(wanted) & mask;
        while (slots[slot] != 0 && id[slots[slot] - 1] != wanted) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The last row of an id, -1 for none. */
    private int find(long wanted) {
        return slots[slot(wanted, mask())] - 1;
    }

    private boolean mergeSameIds() {
        boolean merged = false;
        for (int span = 0; span < size; span++) {
            gone[span] = false;
        }
        for (int span = 0; span < size; span++) {
            if (next[span] >= 0 && find(id[span]) == span) {
                merged |= merge(collect(span));
            }
        }
        return merged;
    }

    private int collect(int last) {
        int count = 0;
        for (int span = last; span >= 0; span = next[span]) {
            group[count++] = span;
        }
        for (int i = 0; i < count / 2; i++) {
            int first = group[i];
            group[i] = group[count - 1 - i];
            group[count - 1 - i] = first;
        }
        return count;
    }

    /** The first {@code count} of the group are spans of one id: clients come first, a shared server span last. */
    private boolean merge(int count) {
        for (int i = 1; i < count; i++) {
            int span = group[i];
            int at = i;
            while (at > 0 && order(span, group[at - 1]) < 0) {
                group[at] = group[at - 1];
                at--;
            }
            group[at] = span;
        }
        int strays = strays(count);
        boolean merged = strays > 0;
        int last = -1;
        for (int i = 0; i < count - strays;) {
            int span = group[i++];
            while (i < count - strays && isPart(span, group[i])) {
                take(span, group[i++]);
                merged = true;
            }
            if (last >= 0) {
                share(last, span);
            }
            last = span;
        }
        return merged;
    }

    /**
     * What a service wrote of a request without saying that it is the server's side of an id it shares with its client
     * is part of the span that says so. Such parts leave the group; how many they were.
     */
    private int strays(int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int server = i > 0 && kind(group[0]) == Kind.CLIENT ? sharedOf(group[i], count) : -1;
            if (server >= 0) {
                take(server, group[i]);
            } else {
                group[kept++] = group[i];
            }
        }
        return count - kept;
    }

    private int sharedOf(int part, int count) {
        boolean stray = kind(part) == Kind.NONE && !isShared(part) && service[part] != 0
                && service[part] != service[group[0]];
        for (int i = 1; stray && i < count; i++) {
            if (isShared(group[i]) && service[group[i]] == service[part]) {
                return group[i];
            }
        }
        return -1;
    }

    private boolean isPart(int span, int other) {
        return isShared(span) == isShared(other) && isSamePlace(span, other) && !isOtherSide(span, other);
    }

    /** Formats without shared ids still show a client and its server under one id; they are two. */
    private boolean isOtherSide(int one, int other) {
        return kind(one) != Kind.NONE && kind(other) != Kind.NONE && kind(one) != kind(other)
                && rules == Rules.PLAIN;
    }

    private int order(int left, int right) {
        int byShared = Boolean.compare(isShared(left), isShared(right));
        if (byShared != 0) {
            return byShared;
        }
        int byClient = isShared(left) ? 0 : Boolean.compare(kind(right) == Kind.CLIENT, kind(left) == Kind.CLIENT);
        if (byClient != 0) {
            return byClient;
        }
        boolean leftNowhere = isNowhere(left);
        if (leftNowhere || isNowhere(right)) {
            return Boolean.compare(isNowhere(right), leftNowhere);
        }
        return service[left] == 0 || service[right] == 0
                ? Boolean.compare(service[left] == 0, service[right] == 0)
                : names.text(service[left]).compareTo(names.text(service[right]));
    }

    private boolean isNowhere(int span) {
        return service[span] == 0 && flags[span] >>> SpanRow.ADDRESS_SHIFT == 0;
    }

    private boolean isSamePlace(int one, int other) {
        return (service[one] == service[other] || service[one] == 0 || service[other] == 0)
                && SpanRow.fits(flags[one], flags[other]);
    }

    /** Two parts of one span become one. */
    private void take(int into, int from) {
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

    /** A server span after its client's under the same id is shared, whether it says so or not. */
    private void share(int client, int server) {
        if (kind(client) == Kind.CLIENT && kind(server) == Kind.SERVER) {
            flags[server] |= SpanRow.SHARED;
        }
        if (isShared(server) && parentId[server] == 0) {
            parentId[server] = parentId[client];
        }
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

    /** Of the spans without a parent the one with the least id, as Zipkin takes it. */
    private int root() {
        int found = -1;
        for (int span = 0; span < size; span++) {
            boolean free = parentId[span] == 0 && !isShared(span);
            if (free && (found < 0 || Long.compareUnsigned(id[span], id[found]) < 0)) {
                found = span;
            }
        }
        return found;
    }

    private int parentOf(int span) {
        if (isShared(span)) {
            int client = unshared(id[span], span);
            if (client >= 0) {
                return client;
            }
        } else if (parentId[span] != 0 && parentId[span] != id[span]) {
            int found = above(span);
            if (found >= 0 && found != span) {
                return found;
            }
        }
        return stranded(span);
    }

    /**
     * Where two spans share the parent's id, a span belongs to the server of its own service, else to the server; a
     * server span belongs to the client then, as Zipkin has it.
     */
    private int above(int span) {
        int own = shared(parentId[span], service[span]);
        int client = own >= 0 ? -1 : unshared(parentId[span], span);
        int last = own >= 0 ? -1 : find(parentId[span]);
        boolean toClient = client >= 0
                && (service[client] == service[span] || kind(span) == Kind.SERVER && rules == Rules.ZIPKIN);
        boolean byRoot = kind(span) == Kind.SERVER && rules == Rules.ZIPKIN && root >= 0;
        return own >= 0 ? own : toClient || byRoot ? client : server(last, client);
    }

    private int server(int last, int client) {
        for (int span = last; span >= 0; span = next[span]) {
            if (isShared(span)) {
                return span;
            }
        }
        return client >= 0 ? client : last;
    }

    private int stranded(int span) {
        if (isShared(span) && (rules == Rules.PLAIN || root < 0) && parentId[span] != 0) {
            int found = find(parentId[span]);
            if (found >= 0 && found != span) {
                return found;
            }
        }
        adopted[span] = rules == Rules.ZIPKIN && root >= 0;
        return adopted[span] ? root : -1;
    }

    private int unshared(long wanted, int other) {
        for (int span = find(wanted); span >= 0; span = next[span]) {
            if (!isShared(span) && span != other) {
                return span;
            }
        }
        return -1;
    }

    private int shared(long wanted, int of) {
        for (int span = find(wanted); span >= 0; span = next[span]) {
            if (isShared(span) && service[span] == of) {
                return span;
            }
        }
        return -1;
    }
}
