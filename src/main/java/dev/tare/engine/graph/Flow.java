package dev.tare.engine.graph;

import java.util.Arrays;
import java.util.function.Consumer;

import dev.tare.engine.AmplifyingCycle;
import org.jspecify.annotations.Nullable;

/** Sends quantities along the calls, component by component: requests from callers down, costs from callees up. */
final class Flow {
    private final Topology topology;
    private final @Nullable Loop[] loops;
    private final int[] local;

    Flow(Topology topology) {
        this.topology = topology;
        loops = new @Nullable Loop[topology.components()];
        local = new int[topology.services()];
        boolean[] loud = calledInside();
        for (int component = 0; component < loops.length; component++) {
            loops[component] = loud[component] ? loop(component) : null;
        }
    }

    /** Requests at each service, given those that come in from outside: λ_s = in_s + Σ λ_caller · m. */
    double[] forward(double[] entering) {
        double[] rate = entering.clone();
        for (int component = 0; component < loops.length; component++) {
            Loop loop = loops[component];
            if (loop != null) {
                inside(component, rate, loop::forward);
            }
            for (int i = 0; i < topology.size(component); i++) {
                push(topology.member(component, i), rate);
            }
        }
        return rate;
    }

    /** What a request at each service costs with all it causes, given what it costs there: v_s = own_s + Σ m · v. */
    double[] backward(double[] own) {
        double[] value = own.clone();
        for (int component = loops.length - 1; component >= 0; component--) {
            for (int i = 0; i < topology.size(component); i++) {
                pull(topology.member(component, i), value);
            }
            Loop loop = loops[component];
            if (loop != null) {
                inside(component, value, loop::backward);
            }
        }
        return value;
    }

    private void push(int service, double[] rate) {
        for (int place = topology.first(service); place < topology.first(service + 1); place++) {
            int callee = topology.callee(place);
            if (topology.component(callee) != topology.component(service)) {
                rate[callee] += rate[service] * topology.times(place);
            }
        }
    }

    private void pull(int service, double[] value) {
        for (int place = topology.first(service); place < topology.first(service + 1); place++) {
            int callee = topology.callee(place);
            if (topology.component(callee) != topology.component(service)) {
                value[service] += topology.times(place) * value[callee];
            }
        }
    }

    private void inside(int component, double[] all, Consumer<double[]> solve) {
        double[] part = new double[topology.size(component)];
        for (int i = 0; i < part.length; i++) {
            part[i] = all[topology.member(component, i)];
        }
        solve.accept(part);
        for (int i = 0; i < part.length; i++) {
            all[topology.member(component, i)] = part[i];
        }
    }

    private boolean[] calledInside() {
        boolean[] loud = new boolean[loops.length];
        for (int call = 0; call < topology.calls(); call++) {
            int component = topology.component(topology.from(call));
            loud[component] |= topology.perRequest(call) > 0 && topology.component(topology.to(call)) == component;
        }
        return loud;
    }

    private Loop loop(int component) {
        for (int i = 0; i < topology.size(component); i++) {
            local[topology.member(component, i)] = i;
        }
        Loop loop = Loop.of(topology.size(component), callsInside(component));
        if (loop == null) {
            throw new AmplifyingCycle(Round.of(topology, component));
        }
        return loop;
    }

    private Loop.Inside callsInside(int component) {
        int[] calls = new int[16];
        int count = 0;
        for (int i = 0; i < topology.size(component); i++) {
            int service = topology.member(component, i);
            for (int j = 0; j < topology.fanOut(service); j++) {
                int call = topology.out(service, j);
                if (topology.component(topology.to(call)) == component) {
                    calls = count == calls.length ? Arrays.copyOf(calls, 2 * count) : calls;
                    calls[count++] = call;
                }
            }
        }
        int[] kept = Arrays.copyOf(calls, count);
        return new Loop.Inside(Arrays.stream(kept).map(call -> local[topology.from(call)]).toArray(),
                Arrays.stream(kept).map(call -> local[topology.to(call)]).toArray(),
                Arrays.stream(kept).mapToDouble(topology::perRequest).toArray());
    }
}
