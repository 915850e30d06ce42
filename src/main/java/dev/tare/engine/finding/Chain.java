package dev.tare.engine.finding;

import dev.tare.engine.graph.Condensation;
import dev.tare.engine.graph.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The longest row of remote calls each waiting for the next; loops are passed through and not gone round. */
final class Chain {
    private Chain() {}

    /** Its calls, from the first caller on. */
    static List<Integer> longest(Topology topology, int[] units) {
        Condensation waiting = topology.waiting();
        int[] below = new int[waiting.count()];
        int[] next = new int[waiting.count()];
        Arrays.fill(next, -1);
        int deepest = 0;
        for (int component = waiting.count() - 1; component >= 0; component--) {
            extend(topology, units, component, below, next);
            deepest = below[component] >= below[deepest] ? component : deepest;
        }
        return waiting.count() == 0 ? List.of() : follow(topology, units, deepest, next);
    }

    private static void extend(Topology topology, int[] units, int component, int[] below, int[] next) {
        Condensation waiting = topology.waiting();
        for (int i = 0; i < waiting.size(component); i++) {
            int service = waiting.member(component, i);
            for (int j = 0; j < topology.fanOut(service); j++) {
                int call = topology.out(service, j);
                int callee = waiting.of(topology.to(call));
                int hops = (units[service] != units[topology.to(call)] ? 1 : 0) + below[callee];
                if (topology.waits(call) && callee != component && hops > below[component]) {
                    below[component] = hops;
                    next[component] = call;
                }
            }
        }
    }

    private static List<Integer> follow(Topology topology, int[] units, int from, int[] next) {
        List<Integer> calls = new ArrayList<>();
        int component = from;
        while (next[component] >= 0) {
            int call = next[component];
            if (units[topology.from(call)] != units[topology.to(call)]) {
                calls.add(call);
            }
            component = topology.waiting().of(topology.to(call));
        }
        return calls;
    }
}
