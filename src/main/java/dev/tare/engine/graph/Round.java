package dev.tare.engine.graph;

import java.util.ArrayList;
import java.util.List;

/** A way round inside a component, to show people: from its first service along the most frequent calls. */
final class Round {
    private Round() {}

    /** Names of the services on the way, from the first that comes again. */
    static List<String> of(Topology topology, int component) {
        List<Integer> walk = new ArrayList<>();
        int service = topology.member(component, 0);
        while (!walk.contains(service)) {
            walk.add(service);
            service = loudestCallee(topology, service);
        }
        return walk.subList(walk.indexOf(service), walk.size()).stream()
                .map(s -> topology.graph().services().get(s).name()).toList();
    }

    private static int loudestCallee(Topology topology, int service) {
        int loudest = -1;
        double most = -1;
        for (int place = topology.first(service); place < topology.first(service + 1); place++) {
            boolean within = topology.component(topology.callee(place)) == topology.component(service);
            if (within && topology.times(place) > most) {
                most = topology.times(place);
                loudest = topology.callee(place);
            }
        }
        return loudest;
    }
}
