package dev.tare.engine.graph;

import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;

/** The calls of a graph as stated, field by field; each names services that are there and happens a number of times. */
record Calls(int[] from, int[] to, double[] perRequest, Mode[] modes) {
    /** Reads a graph; throws {@link IllegalArgumentException} for a call or entry that names no service. */
    static Calls read(CallGraph graph) {
        int count = graph.calls().size();
        Calls calls = new Calls(new int[count], new int[count], new double[count], new Mode[count]);
        int services = graph.services().size();
        int i = 0;
        for (Call call : graph.calls()) {
            calls.from[i] = known(call.from(), services);
            calls.to[i] = known(call.to(), services);
            calls.perRequest[i] = times(call);
            calls.modes[i] = call.mode();
            i++;
        }
        for (Entry entry : graph.entries()) {
            known(entry.service(), services);
        }
        return calls;
    }

    int count() {
        return from.length;
    }

    boolean waits(int call) {
        return modes[call] != Mode.ASYNC;
    }

    private static double times(Call call) {
        double unstated = call.from() == call.to() ? 0 : 1;
        return Double.isNaN(call.perRequest()) ? unstated : notNegative(call.perRequest());
    }

    private static int known(int service, int services) {
        if (service < 0 || service >= services) {
            throw new IllegalArgumentException("expected a service below " + services + ", found " + service);
        }
        return service;
    }

    private static double notNegative(double times) {
        if (!(times >= 0 && times < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected calls per request of 0 or more, found " + times);
        }
        return times;
    }
}
