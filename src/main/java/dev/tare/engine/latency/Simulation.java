package dev.tare.engine.latency;

import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;

/**
 * Draws requests through one call graph for any number of scenarios. What the scenarios share — the way of requests,
 * the keys of their draws, the random orders — is found once; a simulation may be shared between threads.
 *
 * <p>8192 requests are drawn, fewer (at least 256) where the graph is so large that they would take seconds: calls
 * times draws stay near 16 million.
 */
public final class Simulation {
    /** Draws in a graph of ordinary size. */
    public static final int MOST_DRAWS = 8192;

    private static final int FEWEST_DRAWS = 256;
    private static final int FEW_DRAWS = 512;
    private static final long MOST_CALL_DRAWS = 1 << 24;
    private static final long SEED = 0x7461_7265L;

    private final Topology topology;
    private final Traffic traffic;
    private final Paths paths;
    private final Shuffle shuffle;
    private final Marginals marginals;
    private final int draws;

    /** Requests through this graph. */
    public Simulation(Topology topology, Traffic traffic) {
        this(topology, traffic, SEED, 0);
    }

    /** A few requests through this graph, for those who ask at hundreds of values of the assumptions. */
    public static Simulation few(Topology topology, Traffic traffic) {
        return new Simulation(topology, traffic, SEED, FEW_DRAWS);
    }

    /** Requests through this graph with another seed and a stated number of draws, a power of two; 0: as fits. */
    Simulation(Topology topology, Traffic traffic, long seed, int draws) {
        this.topology = topology;
        this.traffic = traffic;
        paths = new Paths(topology, traffic, seed);
        this.draws = draws > 0 ? draws : fitting();
        shuffle = new Shuffle(this.draws, seed);
        marginals = new Marginals(this.draws);
    }

    /** Latency when service {@code s} is in unit {@code units[s]} and things take these times. */
    public Latency run(int[] units, Times times) {
        if (units.length != topology.services() || times.workP50().length != topology.services()) {
            throw new IllegalArgumentException("expected a unit and a work time for each of " + topology.services()
                    + " services, found " + units.length + " and " + times.workP50().length);
        }
        Stack stack = new Stack(times, marginals);
        Answers answers = new Answers(this, units.clone(), times, stack);
        return new Report(stack, paths, shuffle).of(traffic.entries(), answers, draws);
    }

    Topology topology() {
        return topology;
    }

    Traffic traffic() {
        return traffic;
    }

    Paths paths() {
        return paths;
    }

    Shuffle shuffle() {
        return shuffle;
    }

    Marginals marginals() {
        return marginals;
    }

    int draws() {
        return draws;
    }

    private int fitting() {
        long copies = 1;
        for (int service : paths.reached()) {
            for (int call : paths.calls(service)) {
                copies += Repeats.of(topology.perRequest(call), 1).copies();
            }
        }
        long room = Math.max(1, MOST_CALL_DRAWS / copies);
        return Math.clamp(Long.highestOneBit(room), FEWEST_DRAWS, MOST_DRAWS);
    }
}
