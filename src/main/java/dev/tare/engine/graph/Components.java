package dev.tare.engine.graph;

import java.util.Arrays;

/**
 * Strongly connected components, numbered so that a caller's component never comes after its callee's. Tarjan's
 * algorithm (SIAM J. Comput. 1, 1972) with its own stack in place of recursion, so that a chain of 200,000 services
 * is no deeper than one of two.
 */
final class Components {
    private static final int NONE = -1;

    private final int[] start;
    private final int[] callees;
    private final int[] component;
    private final int[] order;
    private final int[] low;
    private final int[] next;
    private final int[] open;
    private final int[] path;
    private int visited;
    private int opened;
    private int emitted;

    private Components(int[] start, int[] callees) {
        int services = start.length - 1;
        this.start = start;
        this.callees = callees;
        component = new int[services];
        order = new int[services];
        low = new int[services];
        next = start.clone();
        open = new int[services];
        path = new int[services];
    }

    /** Components of the graph in which service {@code s} calls {@code callees[start[s]..start[s + 1])}. */
    static Condensation of(int[] start, int[] callees) {
        Components search = new Components(start, callees);
        search.run();
        for (int s = 0; s < search.component.length; s++) {
            search.component[s] = search.emitted - 1 - search.component[s];
        }
        return new Condensation(search.component, Adjacency.by(search.component, search.emitted));
    }

    /** Components of the calls that are waited for, as if there were no others; the same where that changes nothing. */
    static Condensation waiting(Outgoing calls, Condensation all) {
        return asyncInLoop(calls, all) ? waitingOnly(calls) : all;
    }

    private static boolean asyncInLoop(Outgoing calls, Condensation all) {
        for (int caller = 0; caller < calls.start().length - 1; caller++) {
            for (int place = calls.start()[caller]; place < calls.start()[caller + 1]; place++) {
                int callee = calls.callees()[place];
                if (!calls.waits(place) && caller != callee && all.of(caller) == all.of(callee)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Condensation waitingOnly(Outgoing calls) {
        int[] start = new int[calls.start().length];
        int[] callees = new int[calls.callees().length];
        int kept = 0;
        for (int caller = 0; caller < start.length - 1; caller++) {
            for (int place = calls.start()[caller]; place < calls.start()[caller + 1]; place++) {
                if (calls.waits(place)) {
                    callees[kept++] = calls.callees()[place];
                }
            }
            start[caller + 1] = kept;
        }
        return of(start, Arrays.copyOf(callees, kept));
    }

    private void run() {
        Arrays.fill(component, NONE);
        for (int root = 0; root < component.length; root++) {
            if (order[root] == 0) {
                from(root);
            }
        }
    }

    private void from(int root) {
        int depth = 0;
        path[depth++] = enter(root);
        while (depth > 0) {
            int service = path[depth - 1];
            if (next[service] < start[service + 1]) {
                int callee = callees[next[service]++];
                if (order[callee] == 0) {
                    path[depth++] = enter(callee);
                } else if (component[callee] == NONE) {
                    low[service] = Math.min(low[service], order[callee]);
                }
            } else {
                depth--;
                leave(service);
                if (depth > 0) {
                    low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[service]);
                }
            }
        }
    }

    private int enter(int service) {
        order[service] = ++visited;
        low[service] = visited;
        open[opened++] = service;
        return service;
    }

    private void leave(int service) {
        if (low[service] < order[service]) {
            return;
        }
        int member;
        do {
            member = open[--opened];
            component[member] = emitted;
        } while (member != service);
        emitted++;
    }
}
