package dev.tare.engine.latency;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.Service;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;

/**
 * Which services requests reach by calls that are waited for, and a key for the draws of each of them and of its
 * calls: derived from the way from an entry point, each call known by its place among its caller's. Places go by what
 * hangs below a call, not by names or by the order of statement, so renaming and reordering keep every draw, and so
 * does any change of units or shape.
 */
final class Paths {
    private static final int ROUNDS_IN_LOOP = 4;

    private final Topology topology;
    private final long[] below;
    private final int[][] calls;
    private final long[] keys;
    private final int[] reached;
    private final boolean[] known;
    private int count;

    Paths(Topology topology, Traffic traffic, long seed) {
        this.topology = topology;
        below = new long[topology.services()];
        calls = new int[topology.services()][0];
        known = new boolean[topology.services()];
        keys = new long[topology.services()];
        reached = new int[topology.services()];
        for (int component = topology.components() - 1; component >= 0; component--) {
            describe(component);
        }
        walk(traffic.entries(), seed);
    }

    /** Services that requests reach, nearest first. */
    int[] reached() {
        return Arrays.copyOf(reached, count);
    }

    /** Calls of a reached service that it waits for and makes at all, in their places. */
    int[] calls(int service) {
        return calls[service];
    }

    /** Whether requests reach a service. */
    boolean reaches(int service) {
        return known[service];
    }

    /** Key of a reached service's own draws. */
    long key(int service) {
        return keys[service];
    }

    /** Key of the draws of the call in a place. */
    long key(int service, int place) {
        return Shuffle.key(keys[service], place);
    }

    private void describe(int component) {
        int size = topology.size(component);
        for (int round = 0; round < (size > 1 ? ROUNDS_IN_LOOP : 1); round++) {
            long[] now = new long[size];
            for (int i = 0; i < size; i++) {
                now[i] = describeOne(topology.member(component, i));
            }
            for (int i = 0; i < size; i++) {
                below[topology.member(component, i)] = now[i];
            }
        }
    }

    private long describeOne(int service) {
        long sum = 1;
        for (int i = 0; i < topology.fanOut(service); i++) {
            int call = topology.out(service, i);
            sum += counts(call) ? describeCall(call) : 0;
        }
        return Shuffle.key(sum, 0);
    }

    private long describeCall(int call) {
        boolean parallel = topology.graph().calls().get(call).mode() == Mode.PARALLEL;
        long own = Shuffle.key(Double.doubleToLongBits(topology.perRequest(call)), parallel ? 1 : 0);
        return Shuffle.key(own ^ below[topology.to(call)], 2);
    }

    private boolean counts(int call) {
        return topology.waits(call) && topology.perRequest(call) > 0;
    }

    private void walk(List<Entry> entries, long seed) {
        List<Entry> placed = entries.stream().sorted(Comparator.<Entry>comparingLong(e -> below[e.service()])
                .thenComparingDouble(e -> work(e.service()).workP50())
                .thenComparingDouble(e -> work(e.service()).workP99()).thenComparingDouble(Entry::meanPerSecond))
                .toList();
        for (int i = 0; i < placed.size(); i++) {
            reach(placed.get(i).service(), Shuffle.key(seed, i));
        }
        for (int next = 0; next < count; next++) {
            int service = reached[next];
            for (int place = 0; place < calls[service].length; place++) {
                reach(topology.to(calls[service][place]), Shuffle.key(key(service, place), 1));
            }
        }
    }

    private void reach(int service, long key) {
        if (!known[service]) {
            known[service] = true;
            calls[service] = places(service);
            keys[service] = key;
            reached[count++] = service;
        }
    }

    private int[] places(int service) {
        return IntStream.range(0, topology.fanOut(service)).map(i -> topology.out(service, i)).filter(this::counts)
                .boxed().sorted(Comparator.<Integer>comparingLong(this::describeCall)
                        .thenComparingDouble(call -> work(topology.to(call)).workP50())
                        .thenComparingDouble(call -> work(topology.to(call)).workP99()))
                .mapToInt(Integer::intValue).toArray();
    }

    private Service work(int service) {
        return topology.graph().services().get(service);
    }
}
