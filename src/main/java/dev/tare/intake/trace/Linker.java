package dev.tare.intake.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what one trace shows: who called whom and whether it waited, how many requests each service had, how long
 * their own work took, how deep calls went. A visit is one request at one service: the span that answers it and all
 * spans of the same service below.
 *
 * <p>Example: a server span of <i>a</i> (100 ms) over a client span of <i>a</i> (60 ms) over a server span of <i>b</i>
 * (50 ms) are two visits and one call; the own work is 40 ms at <i>a</i> and 50 ms at <i>b</i>.
 */
final class Linker {
    private static final int UNKNOWN = -1;
    private static final int UNDERWAY = -2;

    private final Observed observed;
    private final Rules rules;
    private final Trace trace;
    private final Intervals waits = new Intervals();
    /** By span: the span its visit begins with. */
    private int[] visit = new int[16];
    /** By the first span of a visit: synchronous calls above it. */
    private int[] depth = new int[16];
    private int[] deepest = new int[16];
    private int[] path = new int[16];
    /** Visits of which only what they called was written, by the parent that is missing and the service. */
    private final Map<Implied, Integer> implied = new HashMap<>();

    private record Implied(long parent, int service) {}

    Linker(Observed observed, Trace trace, Rules rules) {
        this.observed = observed;
        this.trace = trace;
        this.rules = rules;
    }

    /** Counts the trace as it is linked now. */
    void count() {
        int size = trace.size;
        if (visit.length < size) {
            visit = new int[trace.id.length];
            depth = new int[visit.length];
            deepest = new int[visit.length];
            path = new int[visit.length];
        }
        Arrays.fill(visit, 0, size, UNKNOWN);
        implied.clear();
        waits.clear(size);
        for (int span = 0; span < size; span++) {
            observed.started(trace.start[span]);
            if (trace.service[span] != 0) {
                observed.wrote(trace.service[span]);
            }
            place(span);
        }
        for (int span = 0; span < size; span++) {
            leaf(span);
        }
        for (int span = 0; span < size; span++) {
            if (visit[span] == span && trace.service[span] != 0) {
                finish(span);
            }
        }
    }

    /** Decides the visit of a span after those of its parents; a circle of parents is cut where it closes. */
    private void place(int span) {
        int length = 0;
        int at = span;
        while (at >= 0 && visit[at] == UNKNOWN) {
            visit[at] = UNDERWAY;
            path[length++] = at;
            at = trace.parent[at];
        }
        if (at >= 0 && visit[at] == UNDERWAY) {
            trace.parent[path[length - 1]] = -1;
        }
        while (length > 0) {
            enter(path[--length]);
        }
    }

    private void enter(int span) {
        int parent = trace.parent[span];
        int service = trace.service[span];
        if (parent < 0) {
            begin(span, -1);
            calledFromOutside(span);
        } else if (service == 0) {
            visit[span] = visit[parent];
        } else if (trace.adopted[span]) {
            enterAdopted(span);
        } else if (callerOf(parent) != service) {
            int caller = callerOf(parent);
            begin(span, parent);
            if (caller == 0) {
                calledFromOutside(span);
            } else if (isSeenCalled(span, parent)) {
                called(caller, span, parent);
            }
        } else if (trace.kind(span) == Kind.SERVER && callerAbove(span) != 0) {
            begin(span, parent);
            called(callerAbove(span), span, parent);
        } else {
            visit[span] = visit[parent];
        }
    }

    private void enterAdopted(int span) {
        int root = trace.root;
        if (trace.kind(span) == Kind.SERVER && trace.service[root] != 0 && trace.kind(root) != Kind.NONE) {
            begin(span, root);
            called(trace.service[root], span, root);
        } else {
            begin(span, -1);
            calledFromOutside(span);
        }
        observed.orphans++;
    }

    /**
     * Whether a span below another service's shows that its own service was called: an answer does, and so does, once a
     * visit, a call that goes on to somebody else, although the span of the request itself is lost. Zipkin counts
     * neither without it.
     */
    private boolean isSeenCalled(int span, int parent) {
        return isCalling(span) ? rules == Rules.PLAIN && visit[span] == span : !isLostServers(span, parent);
    }

    /** Work right below a client of another service: the server span between is lost, and Zipkin counts no call then. */
    private boolean isLostServers(int span, int parent) {
        return rules == Rules.ZIPKIN && trace.kind(span) == Kind.NONE && trace.kind(parent) == Kind.CLIENT;
    }

    /** The service of a span, or of the nearest above that has a name. */
    private int callerOf(int span) {
        int first = visit[span];
        return trace.service[span] != 0 ? trace.service[span] : trace.service[first];
    }

    private boolean isCalling(int span) {
        return trace.kind(span) == Kind.CLIENT || trace.kind(span) == Kind.PRODUCER;
    }

    /** Who called a server span that stands below its own service's work: as Zipkin has it, itself or a client above. */
    private int callerAbove(int span) {
        int steps = rules == Rules.ZIPKIN ? trace.size : 0;
        for (int at = trace.parent[span]; at >= 0 && steps > 0; at = trace.parent[at], steps--) {
            if (trace.kind(at) != Kind.NONE) {
                boolean calls = trace.kind(at) == Kind.CLIENT || trace.service[at] == trace.service[span];
                return calls ? trace.service[at] : 0;
            }
        }
        return 0;
    }

    /** A visit begins; client spans of one service under one missing or foreign parent belong to one visit. */
    private void begin(int span, int parent) {
        boolean alone = trace.parentId[span] == 0 || !isCalling(span) && trace.kind(span) != Kind.NONE;
        int same = alone
                ? span
                : implied.computeIfAbsent(
                        new Implied(trace.parentId[span], trace.service[span]), fresh -> span);
        visit[span] = same;
        if (same == span) {
            depth[span] = parent < 0 ? 0 : depth[visit[parent]] + 1;
            deepest[span] = 0;
        }
    }

    /** Somebody who wrote no span called, perhaps one with a name. */
    private void calledFromOutside(int span) {
        int service = trace.service[span];
        if (service != 0 && isCalledByPeer(span)) {
            boolean message = trace.kind(span) == Kind.CONSUMER;
            Edges edges = message ? observed.messages : observed.calls;
            edges.saw(edges.add(trace.peer[span], service, false), message ? 0 : trace.duration[span],
                    trace.sizes[span]);
            if (message) {
                observed.broker(trace.peer[span]);
            }
        } else if (trace.parentId[span] != 0 && !trace.adopted[span]) {
            observed.orphans++;
        }
    }

    /** Zipkin's server spans name their client; elsewhere only a broker is named by whom it called. */
    private boolean isCalledByPeer(int span) {
        Kind kind = trace.kind(span);
        boolean named = rules == Rules.ZIPKIN || kind == Kind.CONSUMER && trace.peerKind(span) == Peer.BROKER;
        return named && trace.peer[span] != 0 && (kind == Kind.SERVER || kind == Kind.CONSUMER);
    }

    private void called(int caller, int span, int parent) {
        boolean message = trace.kind(span) == Kind.CONSUMER || trace.kind(parent) == Kind.PRODUCER
                || trace.follows(span);
        boolean outlives = !message && outlives(span, parent);
        Edges edges = message ? observed.messages : observed.calls;
        edges.saw(edges.add(caller, trace.service[span], outlives), message ? 0 : answered(span, parent),
                Sizes.either(trace.sizes[parent], trace.sizes[span]));
        if (message || outlives) {
            depth[span] = 0;
        } else {
            boolean client = trace.kind(parent) == Kind.CLIENT;
            int timed = client ? parent : span;
            waits.add(visit[parent], trace.start[timed], trace.end(timed), caller, trace.service[span]);
            deepen(visit[parent], span);
        }
    }

    /** How long the caller waited for the answer: as its own span says, else as the answering one does; 0 if neither. */
    private long answered(int span, int parent) {
        boolean client = trace.kind(parent) == Kind.CLIENT && trace.duration[parent] > 0;
        return trace.duration[client ? parent : span];
    }

    private void deepen(int above, int span) {
        int below = depth[span];
        int at = above;
        int steps = trace.size;
        while (at >= 0 && deepest[at] < below && steps-- > 0) {
            deepest[at] = below;
            int parent = trace.parent[at];
            at = parent < 0 || depth[at] == 0 ? -1 : visit[parent];
        }
    }

    /**
     * Whether the called went on after the caller stopped waiting. Two clocks can disagree, so a server span only
     * counts as longer than its client span when it takes longer, wherever it begins.
     */
    private boolean outlives(int span, int parent) {
        if (trace.duration[span] == 0 || trace.duration[parent] == 0) {
            return false;
        }
        return trace.kind(parent) == Kind.CLIENT
                ? trace.duration[span] > trace.duration[parent]
                : trace.start[span] >= trace.start[parent] && trace.end(span) > trace.end(parent);
    }

    /**
     * A client right below a client of another service: the server span between is lost, and as Zipkin does, the call
     * is counted by what the server called.
     */
    private void lostServer(int span) {
        int parent = trace.parent[span];
        boolean last = rules == Rules.ZIPKIN && trace.kind(span) == Kind.CLIENT && trace.children[span] == 0;
        if (!last || parent < 0 || trace.adopted[span] || trace.service[span] == 0) {
            return;
        }
        int steps = trace.size;
        for (; parent >= 0 && trace.kind(parent) == Kind.NONE && steps > 0; steps--) {
            parent = trace.parent[parent];
        }
        boolean lost = parent >= 0 && trace.kind(parent) == Kind.CLIENT && trace.service[parent] != 0;
        if (lost && trace.service[parent] != trace.service[span]) {
            observed.calls.add(trace.service[parent], trace.service[span], false);
        }
    }

    /** A call to somebody who wrote no span. */
    private void leaf(int span) {
        lostServer(span);
        int peer = trace.peer[span];
        if (peer == 0) {
            return;
        }
        Kind kind = trace.kind(span);
        boolean alone = trace.children[span] == 0;
        boolean unsaid = kind == Kind.NONE && trace.service[span] != 0 && (alone || rules == Rules.ZIPKIN);
        if (unsaid || alone && isCalling(span)) {
            int caller = callerOf(span);
            if (caller != 0) {
                boolean broker = kind == Kind.PRODUCER && rules == Rules.ZIPKIN;
                int slot = observed.peer(caller, peer, broker ? Peer.BROKER : trace.peerKind(span));
                observed.peers.saw(slot, kind == Kind.PRODUCER ? 0 : trace.duration[span], trace.sizes[span]);
            }
        }
    }

    private void finish(int span) {
        int service = trace.service[span];
        observed.request(service);
        if (trace.parentId[span] == 0 && trace.parent[span] < 0 && !isCalledByPeer(span)) {
            observed.root(service, deepest[span]);
        }
        if (trace.duration[span] > 0 && !isCalling(span)) {
            long waited = waits.of(span, trace.start[span], trace.end(span), observed.calls);
            observed.own(service, trace.duration[span] - waited);
        } else {
            waits.of(span, 0, Long.MAX_VALUE, observed.calls);
        }
    }
}
