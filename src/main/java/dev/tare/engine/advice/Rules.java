package dev.tare.engine.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.engine.CallGraph;
import dev.tare.engine.Service;
import dev.tare.engine.Service.Isolation;
import dev.tare.engine.Blocker.Reason;

/**
 * What a grouping must keep, whatever it saves. A service that alone breaks the memory limit stays alone.
 *
 * <p>Isolation: services share a unit only when they need the same (none with none, regulated with regulated); untrusted
 * code shares with nothing, not even with other untrusted code.
 *
 * @param traits      what services bring with them
 * @param teamsApart  whether two teams may never share a unit
 * @param memoryLimit most bytes in one process; infinite for no limit
 * @param connected   whether a unit must hold together by calls between its services
 * @param apart       pairs set apart by hand
 * @param together    sets kept together by hand
 */
public record Rules(Traits traits, boolean teamsApart, double memoryLimit, boolean connected, List<Pair> apart,
        List<List<Integer>> together) {
    /** Two services by position. */
    public record Pair(int a, int b) {}

    /** By service: language family, need for isolation, whether instances follow nodes, owner, bytes in a process. */
    public record Traits(int[] runtime, Isolation[] isolation, boolean[] pinned, int[] team, double[] memory) {
        /** The traits the graph states. */
        public static Traits of(CallGraph graph, double[] memory) {
            List<Service> services = graph.services();
            boolean[] pinned = new boolean[services.size()];
            for (int i = 0; i < pinned.length; i++) {
                pinned[i] = services.get(i).pinned();
            }
            return new Traits(services.stream().mapToInt(Service::runtime).toArray(),
                    services.stream().map(Service::isolation).toArray(Isolation[]::new), pinned, teams(services),
                    memory);
        }

        /** Services that differ in nothing but their memory. */
        public static Traits alike(double[] memory) {
            Isolation[] none = new Isolation[memory.length];
            Arrays.fill(none, Isolation.NONE);
            return new Traits(new int[memory.length], none, new boolean[memory.length], new int[memory.length],
                    memory);
        }

        /** Teams numbered by first appearance; services without an owner share one number. */
        private static int[] teams(List<Service> services) {
            Map<String, Integer> number = new HashMap<>();
            return services.stream().mapToInt(s -> number.computeIfAbsent(s.team(), t -> number.size())).toArray();
        }
    }

    /** Lists are copied. */
    public Rules {
        apart = List.copyOf(apart);
        together = together.stream().map(List::copyOf).toList();
    }

    /** Only what services bring with them. */
    public static Rules of(Traits traits) {
        return new Rules(traits, false, Double.POSITIVE_INFINITY, false, List.of(), List.of());
    }

    /** The same with a limit on the bytes in one process. */
    public Rules memoryAtMost(double bytes) {
        return new Rules(traits, teamsApart, bytes, connected, apart, together);
    }

    /** The same, and two teams never share a unit. */
    public Rules withTeamsApart() {
        return new Rules(traits, true, memoryLimit, connected, apart, together);
    }

    /** The same, and units hold together by calls. */
    public Rules withConnectedUnits() {
        return new Rules(traits, teamsApart, memoryLimit, true, apart, together);
    }

    /** The same with one more pair set apart. */
    public Rules keepApart(int a, int b) {
        List<Pair> more = new ArrayList<>(apart);
        more.add(new Pair(a, b));
        return new Rules(traits, teamsApart, memoryLimit, connected, more, together);
    }

    /** The same with one more set kept together. */
    public Rules keepTogether(Integer... services) {
        List<List<Integer>> more = new ArrayList<>(together);
        more.add(List.of(services));
        return new Rules(traits, teamsApart, memoryLimit, connected, apart, more);
    }

    /** The same without a kind of rule; limits on the whole plan are not among these. */
    Rules without(Reason reason) {
        return switch (reason) {
            case RUNTIME -> with(new Traits(new int[services()], traits.isolation, traits.pinned, traits.team,
                    traits.memory));
            case ISOLATION -> with(new Traits(traits.runtime, Traits.alike(traits.memory).isolation, traits.pinned,
                    traits.team, traits.memory));
            case PLACEMENT -> with(new Traits(traits.runtime, traits.isolation, new boolean[services()], traits.team,
                    traits.memory));
            case TEAM -> new Rules(traits, false, memoryLimit, connected, apart, together);
            case APART -> new Rules(traits, teamsApart, memoryLimit, connected, List.of(), together);
            case MEMORY -> memoryAtMost(Double.POSITIVE_INFINITY);
            case NO_CALLS -> new Rules(traits, teamsApart, memoryLimit, false, apart, together);
            case LATENCY -> this;
        };
    }

    private Rules with(Traits other) {
        return new Rules(other, teamsApart, memoryLimit, connected, apart, together);
    }

    /** How many services there are. */
    public int services() {
        return traits.memory.length;
    }
}
