package dev.tare.engine.graph;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.engine.CallGraph.Entry;

/** Where requests must come in when nobody says: one service of each component that no other component calls. */
final class Sources {
    private Sources() {}

    static List<Entry> of(Topology topology) {
        boolean[] called = new boolean[topology.components()];
        for (int call = 0; call < topology.calls(); call++) {
            int callee = topology.component(topology.to(call));
            called[callee] |= topology.component(topology.from(call)) != callee;
        }
        return IntStream.range(0, called.length).filter(component -> !called[component])
                .map(component -> topology.member(component, 0)).sorted()
                .mapToObj(service -> new Entry(service, Double.NaN, Double.NaN)).toList();
    }
}
