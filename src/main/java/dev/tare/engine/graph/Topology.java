package dev.tare.engine.graph;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.engine.CallGraph;
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
    private final Calls calls;
    private final Outgoing out;
    private final Adjacency in;
    private final Condensation components;
    private final Condensation waiting;
    private final Parts parts;

    /** Reads the graph; throws {@link IllegalArgumentException} for a call or entry that names no service. */
    public Topology(CallGraph graph) {
        this.graph = graph;
        int services = graph.services().size();
        calls = Calls.read(graph);
        out = Outgoing.of(calls, Adjacency.by(calls.from(), services));
        in = Adjacency.by(calls.to(), services);
        components = Components.of(out.start(), out.callees());
        waiting = Components.waiting(out, components);
        parts = Parts.of(services, calls.from(), calls.to());
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
        return calls.count();
    }

    /** Caller of a call. */
    public int from(int call) {
        return calls.from()[call];
    }

    /** Callee of a call. */
    public int to(int call) {
        return calls.to()[call];
    }

    /** Calls for each request of the caller, with the stated default where the estate says nothing. */
    public double perRequest(int call) {
        return calls.perRequest()[call];
    }

    /** Whether the caller waits for the answer. */
    public boolean waits(int call) {
        return calls.waits(call);
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

    /** Where the calls of a service begin, caller by caller; they end where the next service's begin. */
    public int first(int service) {
        return out.start()[service];
    }

    /** Callee of the call at a place. */
    public int callee(int place) {
        return out.callees()[place];
    }

    /** Calls for each request of the caller, of the call at a place. */
    public double times(int place) {
        return out.perRequest()[place];
    }

    /** Whether and how the caller waits, of the call at a place. */
    public Mode mode(int place) {
        return out.modes()[place];
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
        return IntStream.range(0, calls()).filter(call -> from(call) == to(call)).boxed().toList();
    }

    /** How many weakly connected parts there are. */
    public int parts() {
        return parts.count();
    }

    /** Weakly connected part of a service, numbered by first appearance. */
    public int part(int service) {
        return parts.of()[service];
    }

    /** Components of the calls that are waited for, as if there were no others. */
    public Condensation waiting() {
        return waiting;
    }
}
