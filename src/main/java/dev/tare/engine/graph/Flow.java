package dev.tare.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
        for (int i = 0; i < topology.fanOut(service); i++) {
            int call = topology.out(service, i);
            int callee = topology.to(call);
            if (topology.component(callee) != topology.component(service)) {
                rate[callee] += rate[service] * topology.perRequest(call);
            }
        }
    }

    private void pull(int service, double[] value) {
        for (int i = 0; i < topology.fanOut(service); i++) {
            int call = topology.out(service, i);
            int callee = topology.to(call);
            if (topology.component(callee) != topology.component(service)) {
                value[service] += topology.perRequest(call) * value[callee];
            }
        }
    }

    private void inside(int component, double[] all, java.util.function.Consumer<double[]> solve) {
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
            throw new AmplifyingCycle(cycle(component));
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

    /** A concrete loop: from the component's first service along its most frequent calls until one comes again. */
    private List<String> cycle(int component) {
        List<Integer> walk = new ArrayList<>();
        int service = topology.member(component, 0);
        while (!walk.contains(service)) {
            walk.add(service);
            service = loudestCallee(service);
        }
        return walk.subList(walk.indexOf(service), walk.size()).stream()
                .map(s -> topology.graph().services().get(s).name()).toList();
    }

    private int loudestCallee(int service) {
        int loudest = -1;
        double most = -1;
        for (int i = 0; i < topology.fanOut(service); i++) {
            int call = topology.out(service, i);
            boolean within = topology.component(topology.to(call)) == topology.component(service);
            if (within && topology.perRequest(call) > most) {
                most = topology.perRequest(call);
                loudest = topology.to(call);
            }
        }
        return loudest;
    }
}
