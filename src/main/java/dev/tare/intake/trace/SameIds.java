package dev.tare.intake.trace;

import java.util.Arrays;

/**
 * Puts the rows of one id in order: parts of one span become one span, a client and the server that shares its id stay
 * two.
 */
final class SameIds {
    private final Trace trace;
    private final Names names;
    private final Rules rules;
    private final ById rows;
    private int[] group = new int[16];

    SameIds(Trace trace, Names names, Rules rules, ById rows) {
        this.trace = trace;
        this.names = names;
        this.rules = rules;
        this.rows = rows;
    }

    /** Whether any rows became one. */
    boolean merge() {
        boolean merged = false;
        for (int span = 0; span < trace.size; span++) {
            if (rows.before(span) >= 0 && rows.last(trace.id[span]) == span) {
                merged |= merge(collect(span));
            }
        }
        return merged;
    }

    private int collect(int last) {
        int count = 0;
        for (int span = last; span >= 0; span = rows.before(span)) {
            if (count == group.length) {
                group = Arrays.copyOf(group, count * 2);
            }
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
                trace.take(span, group[i++]);
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
            int server = i > 0 && trace.kind(group[0]) == Kind.CLIENT ? sharedOf(group[i], count) : -1;
            if (server >= 0) {
                trace.take(server, group[i]);
            } else {
                group[kept++] = group[i];
            }
        }
        return count - kept;
    }

    private int sharedOf(int part, int count) {
        boolean stray = trace.kind(part) == Kind.NONE && !trace.isShared(part) && trace.service[part] != 0
                && trace.service[part] != trace.service[group[0]];
        for (int i = 1; stray && i < count; i++) {
            if (trace.isShared(group[i]) && trace.service[group[i]] == trace.service[part]) {
                return group[i];
            }
        }
        return -1;
    }

    private boolean isPart(int span, int other) {
        return trace.isShared(span) == trace.isShared(other) && isSamePlace(span, other) && !isOtherSide(span, other);
    }

    /** Formats without shared ids still show a client and its server under one id; they are two. */
    private boolean isOtherSide(int one, int other) {
        return trace.kind(one) != Kind.NONE && trace.kind(other) != Kind.NONE && trace.kind(one) != trace.kind(other)
                && rules == Rules.PLAIN;
    }

    private int order(int left, int right) {
        int byShared = Boolean.compare(trace.isShared(left), trace.isShared(right));
        if (byShared != 0) {
            return byShared;
        }
        int byClient = trace.isShared(left)
                ? 0
                : Boolean.compare(trace.kind(right) == Kind.CLIENT, trace.kind(left) == Kind.CLIENT);
        if (byClient != 0) {
            return byClient;
        }
        boolean leftNowhere = isNowhere(left);
        if (leftNowhere || isNowhere(right)) {
            return Boolean.compare(isNowhere(right), leftNowhere);
        }
        return trace.service[left] == 0 || trace.service[right] == 0
                ? Boolean.compare(trace.service[left] == 0, trace.service[right] == 0)
                : names.text(trace.service[left]).compareTo(names.text(trace.service[right]));
    }

    private boolean isNowhere(int span) {
        return trace.service[span] == 0 && trace.flags[span] >>> SpanRow.ADDRESS_SHIFT == 0;
    }

    private boolean isSamePlace(int one, int other) {
        return (trace.service[one] == trace.service[other] || trace.service[one] == 0 || trace.service[other] == 0)
                && SpanRow.fits(trace.flags[one], trace.flags[other]);
    }

    /** A server span after its client's under the same id is shared, whether it says so or not. */
    private void share(int client, int server) {
        if (trace.kind(client) == Kind.CLIENT && trace.kind(server) == Kind.SERVER) {
            trace.flags[server] |= SpanRow.SHARED;
        }
        if (trace.isShared(server) && trace.parentId[server] == 0) {
            trace.parentId[server] = trace.parentId[client];
        }
    }
}
