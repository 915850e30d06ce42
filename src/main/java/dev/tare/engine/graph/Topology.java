package dev.tare.engine.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;

/**
 * The shape of a call graph, whatever units its services are in: calls by caller and by callee, strongly connected
 * components in the order of the condensation, weakly connected parts. Two calls between the same services stay two
 * calls; a service may call itself.
 *
 * <p>A call that does not say how often it happens happens once for each request of its caller, but a service's
 * unstated call to itself adds no request: once for each request would never end.
 *
 * <p>Example: a → b, b → c, c → b and d alone have components {a}, {b, c}, {d}, one loop and two connected parts.
 */
public final class Topology {
    private final CallGraph graph;
    private final int[] from;
    private final int[] to;
    private final double[] perRequest;
    private final boolean[] waits;
    private final Adjacency out;
    private final Adjacency in;
    private final Condensation components;
    private final Condensation waiting;
    private final int[] part;
    private final int parts;

    /** Reads the graph; throws {@link IllegalArgumentException} for a call or entry that names no service. */
    public Topology(CallGraph graph) {
        this.graph = graph;
        int services = graph.services().size();
        int calls = graph.calls().size();
        from = new int[calls];
        to = new int[calls];
        perRequest = new double[calls];
        waits = new boolean[calls];
        read(services);
        out = Adjacency.by(from, services);
        in = Adjacency.by(to, services);
        components = Components.of(out.start(), callees(out));
        waiting = asyncInLoop() ? waitingOnly(services) : components;
        Parts found = Parts.of(services, from, to);
        part = found.of();
        parts = found.count();
    }

    /** What this is the shape of. */
    public CallGraph graph() {
        return graph;
    }

    /** How many services there are. */
    public int services() {
        return out.start().length - 1;
    }

    /** How many calls there are. */
    public int calls() {
        return from.length;
    }

    /** Caller of a call. */
    public int from(int call) {
        return from[call];
    }

    /** Callee of a call. */
    public int to(int call) {
        return to[call];
    }

    /** Calls for each request of the caller, with the stated default where the estate says nothing. */
    public double perRequest(int call) {
        return perRequest[call];
    }

    /** Whether the caller waits for the answer. */
    public boolean waits(int call) {
        return waits[call];
    }

    /** How many calls a service makes: call edges, not requests. */
    public int fanOut(int service) {
        return out.start()[service + 1] - out.start()[service];
    }

    /** How many calls a service receives: call edges, not requests. */
    public int fanIn(int service) {
        return in.start()[service + 1] - in.start()[service];
    }

    /** The {@code i}-th call a service makes, as stated, from 0 to {@link #fanOut} - 1. */
    public int out(int service, int i) {
        return out.calls()[out.start()[service] + i];
    }

    /** The {@code i}-th call a service receives, as stated, from 0 to {@link #fanIn} - 1. */
    public int in(int service, int i) {
        return in.calls()[in.start()[service] + i];
    }

    /** How many strongly connected components there are; a service outside every loop is one of its own. */
    public int components() {
        return components.count();
    }

    /** Component of a service; a caller's is never above its callee's. */
    public int component(int service) {
        return components.of(service);
    }

    /** How many services a component has. */
    public int size(int component) {
        return components.size(component);
    }

    /** The {@code i}-th service of a component. */
    public int member(int component, int i) {
        return components.member(component, i);
    }

    /** Strongly connected components of more than one service. */
    public int loops() {
        int loops = 0;
        for (int component = 0; component < components(); component++) {
            loops += size(component) > 1 ? 1 : 0;
        }
        return loops;
    }

    /** Calls of a service to itself, by position. */
    public List<Integer> selfCalls() {
        return IntStream.range(0, calls()).filter(call -> from[call] == to[call]).boxed().toList();
    }

    /** How many weakly connected parts there are. */
    public int parts() {
        return parts;
    }

    /** Weakly connected part of a service, numbered by first appearance. */
    public int part(int service) {
        return part[service];
    }

    /** Components of the calls that are waited for, as if there were no others. */
    public Condensation waiting() {
        return waiting;
    }

    private void read(int services) {
        int i = 0;
        for (Call call : graph.calls()) {
            from[i] = known(call.from(), services);
            to[i] = known(call.to(), services);
            double unstated = from[i] == to[i] ? 0 : 1;
            perRequest[i] = Double.isNaN(call.perRequest()) ? unstated : notNegative(call.perRequest());
            waits[i] = call.mode() != Mode.ASYNC;
            i++;
        }
        for (Entry entry : graph.entries()) {
            known(entry.service(), services);
        }
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

    private int[] callees(Adjacency calls) {
        int[] callees = calls.calls().clone();
        for (int i = 0; i < callees.length; i++) {
            callees[i] = to[callees[i]];
        }
        return callees;
    }

    private boolean asyncInLoop() {
        for (int call = 0; call < calls(); call++) {
            if (!waits[call] && component(from[call]) == component(to[call]) && from[call] != to[call]) {
                return true;
            }
        }
        return false;
    }

    private Condensation waitingOnly(int services) {
        int[] start = new int[services + 1];
        int[] callees = new int[calls()];
        int kept = 0;
        for (int service = 0; service < services; service++) {
            for (int i = out.start()[service]; i < out.start()[service + 1]; i++) {
                int call = out.calls()[i];
                if (waits[call]) {
                    callees[kept++] = to[call];
                }
            }
            start[service + 1] = kept;
        }
        return Components.of(start, Arrays.copyOf(callees, kept));
    }
}
