package dev.tare.engine.scale;

import dev.tare.engine.CallGraph;
import dev.tare.engine.MadeUpEstate.Facts;
import dev.tare.engine.MadeUpEstate.Quantiles;
import dev.tare.engine.graph.Hops;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Counts an estate by the same graph that bills are computed on. */
public final class Looks {
    private Looks() {}

    /** What the graph looks like with every service a unit of its own. */
    public static Facts of(CallGraph graph) {
        Topology topology = new Topology(graph);
        int services = topology.services();
        int depth = Hops.of(topology, Traffic.solve(topology, 1, 1), IntStream.range(0, services).toArray()).depth();
        return new Facts(services, topology.calls(), quantiles(services, topology::fanOut),
                quantiles(services, topology::fanIn), depth, topology.loops());
    }

    private static Quantiles quantiles(int services, IntUnaryOperator degree) {
        int[] sorted = IntStream.range(0, services).map(degree).sorted().toArray();
        long none = Arrays.stream(sorted).filter(each -> each == 0).count();
        return services == 0
                ? new Quantiles(0, 0, 0, 0, 0)
                : new Quantiles((double) none / services, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99),
                        sorted[services - 1]);
    }

    private static int at(int[] ascending, double share) {
        return ascending[(int) (share * ascending.length)];
    }
}
