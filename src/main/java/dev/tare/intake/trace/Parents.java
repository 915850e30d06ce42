package dev.tare.intake.trace;

/** Finds whose call each span of a trace answers. */
final class Parents {
    private final Trace trace;
    private final Rules rules;
    private final ById rows;
    private int root;

    Parents(Trace trace, Rules rules, ById rows) {
        this.trace = trace;
        this.rules = rules;
        this.rows = rows;
    }

    void find() {
        root = root();
        for (int span = 0; span < trace.size; span++) {
            trace.adopted[span] = false;
            trace.parent[span] = span == root ? -1 : parentOf(span);
        }
        trace.root = root;
    }

    /** Of the spans without a parent the one with the least id, as Zipkin takes it. */
    private int root() {
        int found = -1;
        for (int span = 0; span < trace.size; span++) {
            boolean free = trace.parentId[span] == 0 && !trace.isShared(span);
            if (free && (found < 0 || Long.compareUnsigned(trace.id[span], trace.id[found]) < 0)) {
                found = span;
            }
        }
        return found;
    }

    private int parentOf(int span) {
        if (trace.isShared(span)) {
            int client = unshared(trace.id[span], span);
            if (client >= 0) {
                return client;
            }
        } else if (trace.parentId[span] != 0 && trace.parentId[span] != trace.id[span]) {
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
        int own = shared(trace.parentId[span], trace.service[span]);
        int client = own >= 0 ? -1 : unshared(trace.parentId[span], span);
        int last = own >= 0 ? -1 : rows.last(trace.parentId[span]);
        boolean toClient = client >= 0
                && (trace.service[client] == trace.service[span]
                        || trace.kind(span) == Kind.SERVER && rules == Rules.ZIPKIN);
        boolean byRoot = trace.kind(span) == Kind.SERVER && rules == Rules.ZIPKIN && root >= 0;
        return own >= 0 ? own : toClient || byRoot ? client : server(last, client);
    }

    private int server(int last, int client) {
        for (int span = last; span >= 0; span = rows.before(span)) {
            if (trace.isShared(span)) {
                return span;
            }
        }
        return client >= 0 ? client : last;
    }

    private int stranded(int span) {
        if (trace.isShared(span) && (rules == Rules.PLAIN || root < 0) && trace.parentId[span] != 0) {
            int found = rows.last(trace.parentId[span]);
            if (found >= 0 && found != span) {
                return found;
            }
        }
        trace.adopted[span] = rules == Rules.ZIPKIN && root >= 0;
        return trace.adopted[span] ? root : -1;
    }

    private int unshared(long wanted, int other) {
        for (int span = rows.last(wanted); span >= 0; span = rows.before(span)) {
            if (!trace.isShared(span) && span != other) {
                return span;
            }
        }
        return -1;
    }

    private int shared(long wanted, int of) {
        for (int span = rows.last(wanted); span >= 0; span = rows.before(span)) {
            if (trace.isShared(span) && trace.service[span] == of) {
                return span;
            }
        }
        return -1;
    }
}
