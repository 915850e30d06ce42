package dev.tare.engine.graph;

import dev.tare.engine.CallGraph.Mode;

/**
 * The calls again, laid out caller by caller: those of service {@code s} are at places {@code start[s]} up to, not
 * including, {@code start[s + 1]}. A pass over all callers reads memory from one end to the other.
 */
record Outgoing(int[] start, int[] calls, int[] callees, double[] perRequest, Mode[] modes) {
    static Outgoing of(Calls stated, Adjacency out) {
        int count = stated.count();
        Outgoing laid = new Outgoing(out.start(), out.calls(), new int[count], new double[count], new Mode[count]);
        for (int place = 0; place < count; place++) {
            int call = out.calls()[place];
            laid.callees[place] = stated.to()[call];
            laid.perRequest[place] = stated.perRequest()[call];
            laid.modes[place] = stated.modes()[call];
        }
        return laid;
    }

    boolean waits(int place) {
        return modes[place] != Mode.ASYNC;
    }
}
