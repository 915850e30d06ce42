package dev.tare.engine.graph;

import dev.tare.engine.CallGraph.Mode;

/** The longest chain of remote calls each waiting for the next, over the condensation; a loop is one hop at most. */
final class Depth {
    private Depth() {}

    static int of(Topology topology, int[] units) {
        Condensation components = topology.waiting();
        int[] below = new int[components.count()];
        int deepest = 0;
        for (int component = components.count() - 1; component >= 0; component--) {
            below[component] = below(topology, units, components, component, below);
            deepest = Math.max(deepest, below[component]);
        }
        return deepest;
    }

    private static int below(Topology topology, int[] units, Condensation components, int component, int[] below) {
        int inside = 0;
        int outside = 0;
        for (int i = 0; i < components.size(component); i++) {
            int service = components.member(component, i);
            for (int place = topology.first(service); place < topology.first(service + 1); place++) {
                int callee = topology.callee(place);
                if (topology.mode(place) != Mode.ASYNC) {
                    int hop = units[service] != units[callee] ? 1 : 0;
                    if (components.of(callee) == component) {
                        inside = Math.max(inside, hop);
                    } else {
                        outside = Math.max(outside, hop + below[components.of(callee)]);
                    }
                }
            }
        }
        return inside + outside;
    }
}
