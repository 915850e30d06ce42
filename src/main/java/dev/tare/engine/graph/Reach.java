package dev.tare.engine.graph;

import dev.tare.engine.CallGraph.Mode;
import java.util.Arrays;

/**
 * Blast radius by service: how many others wait for it, directly or through others. Sets of callers as bits, a
 * thousand services at a time, handed down the condensation of the calls that are waited for.
 *
 * <p>Example: a → b, b → c and an asynchronous d → c: c has 2 dependants, b one, a and d none.
 */
public final class Reach {
    private static final int WORDS = 16;
    private static final int BITS = WORDS * Long.SIZE;

    private final Condensation waiting;
    private final int[] dependants;

    private Reach(Condensation waiting, int[] dependants) {
        this.waiting = waiting;
        this.dependants = dependants;
    }

    /** Counts the dependants of every service. */
    public static Reach of(Topology topology) {
        Condensation waiting = topology.waiting();
        Adjacency callees = callees(topology, waiting);
        int[] first = firstServices(waiting);
        int[] callers = new int[waiting.count()];
        long[] bits = new long[waiting.count() * WORDS];
        for (int from = 0; from < topology.services(); from += BITS) {
            Arrays.fill(bits, 0);
            hand(callees, first, from, bits, callers);
        }
        return new Reach(waiting, callers);
    }

    /** How many other services wait for this one. */
    public int dependants(int service) {
        return dependants[waiting.of(service)] - 1;
    }

    /** Number of the first service of each component when services are numbered by component. */
    private static int[] firstServices(Condensation waiting) {
        int[] first = new int[waiting.count() + 1];
        for (int component = 0; component < waiting.count(); component++) {
            first[component + 1] = first[component] + waiting.size(component);
        }
        return first;
    }

    /** Components called and waited for by each component, each of them once. */
    private static Adjacency callees(Topology topology, Condensation waiting) {
        int[] start = new int[waiting.count() + 1];
        int[] callees = new int[topology.calls()];
        int[] seenBy = new int[waiting.count()];
        int kept = 0;
        for (int component = 0; component < waiting.count(); component++) {
            seenBy[component] = component + 1;
            for (int i = 0; i < waiting.size(component); i++) {
                int service = waiting.member(component, i);
                for (int place = topology.first(service); place < topology.first(service + 1); place++) {
                    int callee = waiting.of(topology.callee(place));
                    if (topology.mode(place) != Mode.ASYNC && seenBy[callee] != component + 1) {
                        seenBy[callee] = component + 1;
                        callees[kept++] = callee;
                    }
                }
            }
            start[component + 1] = kept;
        }
        return new Adjacency(start, callees);
    }

    /** Counts, at every component, those of the services numbered from {@code from} that wait for it. */
    private static void hand(Adjacency callees, int[] first, int from, long[] bits, int[] callers) {
        for (int component = containing(first, from); component < callers.length; component++) {
            mark(bits, component, Math.max(first[component], from), Math.min(first[component + 1], from + BITS), from);
            int count = count(bits, component);
            callers[component] += count;
            for (int i = callees.start()[component]; count > 0 && i < callees.start()[component + 1]; i++) {
                join(bits, component, callees.calls()[i]);
            }
        }
    }

    private static int containing(int[] first, int service) {
        int found = Arrays.binarySearch(first, service);
        return found >= 0 ? found : -found - 2;
    }

    private static void mark(long[] bits, int component, int begin, int end, int from) {
        for (int service = begin; service < end; service++) {
            bits[component * WORDS + (service - from) / Long.SIZE] |= 1L << (service - from);
        }
    }

    private static int count(long[] bits, int component) {
        int count = 0;
        for (int word = 0; word < WORDS; word++) {
            count += Long.bitCount(bits[component * WORDS + word]);
        }
        return count;
    }

    private static void join(long[] bits, int caller, int callee) {
        for (int word = 0; word < WORDS; word++) {
            bits[callee * WORDS + word] |= bits[caller * WORDS + word];
        }
    }
}
