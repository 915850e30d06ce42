package dev.tare.engine.latency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.graph.Condensation;
import dev.tare.engine.graph.Topology;

/**
 * In which order the services of a graph are answered, callees before callers, and where each answer stands while
 * somebody still reads it: found once, whatever the grouping and the shape. Slots are used again, so that only the
 * answers still to be read take room.
 *
 * <p>Calls inside a loop are followed for a bounded number of rounds, 8 and two for each of its services, fewer in
 * loops of more than 45; deeper ones are cut.
 */
final class Plan {
    private static final int FEWEST_ROUNDS = 2;
    private static final int LOOP_ROUNDS = 8;
    private static final int MOST_LOOP_STEPS = 4096;

    private final Topology topology;
    private final Paths paths;
    private final Leg[][] legs;
    private final Slots slots;
    private final List<Step> steps = new ArrayList<>();
    private final List<int[]> components = new ArrayList<>();
    private int cut;

    /**
     * One answer of a service.
     *
     * @param service by position
     * @param into    slot its answer is written to
     * @param from    for each of its calls the slot the callee's answer stands in, -1 where a loop is cut
     * @param last    whether it is this service's final answer
     */
    record Step(int service, int into, int[] from, boolean last) {}

    Plan(Topology topology, Paths paths) {
        this.topology = topology;
        this.paths = paths;
        legs = new Leg[topology.services()][0];
        slots = new Slots(topology.services());
        for (int service : paths.reached()) {
            legs[service] = legs(service);
            for (Leg leg : legs[service]) {
                slots.read(leg.callee());
            }
        }
        Condensation waiting = topology.waiting();
        for (int component = waiting.count() - 1; component >= 0; component--) {
            lay(waiting, component);
        }
    }

    /** Answers in their order. */
    List<Step> steps() {
        return steps;
    }

    /** Services that are answered together, callees before callers. */
    List<int[]> components() {
        return components;
    }

    /** Calls of a reached service that are waited for. */
    Leg[] legs(Step step) {
        return legs[step.service()];
    }

    /** Calls of a service that are waited for. */
    Leg[] legsOf(int service) {
        return legs[service];
    }

    /** The services whose answers a service's own rests on, itself included. */
    boolean[] below(int service) {
        boolean[] reached = new boolean[legs.length];
        Deque<Integer> left = new ArrayDeque<>(List.of(service));
        while (!left.isEmpty()) {
            int next = left.pop();
            if (!reached[next]) {
                reached[next] = true;
                Arrays.stream(legs[next]).forEach(leg -> left.push(leg.callee()));
            }
        }
        return reached;
    }

    /** Answers that stand at the same time. */
    int slots() {
        return slots.count();
    }

    /** Calls inside loops that are followed a bounded number of times. */
    int cut() {
        return cut;
    }

    private Leg[] legs(int service) {
        int[] calls = paths.calls(service);
        Leg[] found = new Leg[calls.length];
        int turn = 0;
        for (int place = 0; place < calls.length; place++) {
            int call = calls[place];
            boolean parallel = topology.graph().calls().get(call).mode() == Mode.PARALLEL;
            found[place] = new Leg(topology.to(call), parallel, topology.perRequest(call), turn,
                    paths.key(service, place));
            turn += found[place].copies();
        }
        return found;
    }

    private void lay(Condensation waiting, int component) {
        int[] members = IntStream.range(0, waiting.size(component)).map(i -> waiting.member(component, i))
                .filter(paths::reaches).toArray();
        if (members.length == 0) {
            return;
        }
        components.add(members);
        int inside = inside(members, waiting, component);
        cut += inside;
        int rounds = inside == 0 ? 1 : rounds(members.length);
        for (int round = 1; round <= rounds; round++) {
            round(members, round == rounds);
        }
        for (int member : members) {
            release(member);
        }
    }

    private int inside(int[] members, Condensation waiting, int component) {
        int inside = 0;
        for (int member : members) {
            for (Leg leg : legs[member]) {
                inside += waiting.of(leg.callee()) == component ? 1 : 0;
            }
        }
        return inside;
    }

    private static int rounds(int services) {
        return Math.max(FEWEST_ROUNDS, Math.min(LOOP_ROUNDS + 2 * services, MOST_LOOP_STEPS / services));
    }

    private void round(int[] members, boolean last) {
        int[] next = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            next[i] = slots.take();
            int[] from = Arrays.stream(legs[members[i]]).mapToInt(leg -> slots.of(leg.callee())).toArray();
            steps.add(new Step(members[i], next[i], from, last));
        }
        for (int i = 0; i < members.length; i++) {
            slots.move(members[i], next[i]);
        }
    }

    /** An outside request reads an answer the moment it is final, so only calls keep it standing. */
    private void release(int caller) {
        for (Leg leg : legs[caller]) {
            slots.done(leg.callee());
        }
        slots.drop(caller);
    }
}
