package dev.tare.engine.latency;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.graph.Condensation;
import dev.tare.engine.graph.Topology;

/**
 * The answer times of every service in one scenario, callees before callers, by level of the {@link Stack}; a row
 * stands for the same requests on every level. A service below which nothing is remote has one row for all levels.
 *
 * <p>Calls inside a loop are followed for a bounded number of rounds, 8 and two for each of its services, fewer in
 * loops of more than 45; deeper ones are cut.
 */
final class Answers {
    private static final int FEWEST_ROUNDS = 2;
    private static final int LOOP_ROUNDS = 8;
    private static final int MOST_LOOP_STEPS = 4096;

    private final Topology topology;
    private final Condensation waiting;
    private final Paths paths;
    private final Simulation simulation;
    private final int[] units;
    private final Times times;
    private final Stack stack;
    private final CallTime callTime;
    private final double[][][] rows;
    private final boolean[] plain;
    private final int[] readers;
    private int cut;

    Answers(Simulation simulation, int[] units, Times times, Stack stack) {
        this.simulation = simulation;
        this.units = units;
        this.times = times;
        this.stack = stack;
        topology = simulation.topology();
        waiting = topology.waiting();
        paths = simulation.paths();
        callTime = new CallTime(stack, simulation.shuffle(), simulation.draws(), times.inProcess());
        rows = new double[topology.services()][0][];
        plain = new boolean[topology.services()];
        readers = new int[topology.services()];
        countReaders();
        for (int component = waiting.count() - 1; component >= 0; component--) {
            answer(component);
        }
    }

    /** Rows by level of an entry point's service. */
    double[][] of(int service) {
        return rows[service];
    }

    /** Calls inside loops that were followed a bounded number of times. */
    int cut() {
        return cut;
    }

    private void countReaders() {
        for (int service : paths.reached()) {
            for (int call : paths.calls(service)) {
                readers[topology.to(call)]++;
            }
        }
        simulation.traffic().entries().forEach(entry -> readers[entry.service()]++);
    }

    private void answer(int component) {
        int[] members = members(component);
        int inside = inside(members, component);
        boolean isPlain = isPlain(members, component);
        cut += inside;
        int rounds = inside == 0 ? 1 : rounds(members.length);
        for (int round = 0; round < rounds; round++) {
            double[][][] next = new double[members.length][][];
            for (int i = 0; i < members.length; i++) {
                next[i] = answerOne(members[i], isPlain ? 1 : stack.levels());
            }
            for (int i = 0; i < members.length; i++) {
                rows[members[i]] = next[i];
                plain[members[i]] = isPlain;
            }
        }
        for (int member : members) {
            release(member);
        }
    }

    private int[] members(int component) {
        return IntStream.range(0, waiting.size(component)).map(i -> waiting.member(component, i))
                .filter(paths::reaches).toArray();
    }

    private int inside(int[] members, int component) {
        int inside = 0;
        for (int member : members) {
            for (int call : paths.calls(member)) {
                inside += waiting.of(topology.to(call)) == component ? 1 : 0;
            }
        }
        return inside;
    }

    private boolean isPlain(int[] members, int component) {
        for (int member : members) {
            for (int call : paths.calls(member)) {
                int callee = topology.to(call);
                if (units[callee] != units[member] || waiting.of(callee) != component && !plain[callee]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int rounds(int services) {
        return Math.max(FEWEST_ROUNDS, Math.min(LOOP_ROUNDS + 2 * services, MOST_LOOP_STEPS / services));
    }

    private double[][] answerOne(int service, int levels) {
        double[] work = work(service);
        double[][] sum = new double[stack.levels()][];
        double[][] longest = new double[levels][0];
        for (int level = 0; level < stack.levels(); level++) {
            sum[level] = level == 0 || level >= levels ? work : work.clone();
        }
        int[] calls = paths.calls(service);
        for (int place = 0; place < calls.length; place++) {
            double[][] below = rows[topology.to(calls[place])];
            if (below.length > 0) {
                CallTime.Made call = made(calls[place], paths.key(service, place));
                if (call.repeats().once() && !call.parallel()) {
                    callTime.addOnce(call, below, sum, levels);
                } else {
                    wait(call, callTime.of(call, below, levels), sum, longest);
                }
            }
        }
        return together(sum, longest);
    }

    private double[] work(int service) {
        double[] work = new double[simulation.draws()];
        if (times.workP50()[service] == times.workP99()[service]) {
            Arrays.fill(work, times.workP50()[service]);
            return work;
        }
        long key = Shuffle.key(paths.key(service), -1);
        Sample.draw(work, simulation.marginals().of(times.workP50()[service], times.workP99()[service]),
                simulation.shuffle().order(key), simulation.shuffle().start(key));
        return work;
    }

    private CallTime.Made made(int call, long key) {
        int caller = topology.from(call);
        int callee = topology.to(call);
        return new CallTime.Made(callee, Repeats.of(topology.perRequest(call), simulation.draws()),
                topology.graph().calls().get(call).mode() == Mode.PARALLEL, units[caller] != units[callee], key);
    }

    private static void wait(CallTime.Made call, double[][] time, double[][] sum, double[][] longest) {
        for (int level = 0; level < longest.length; level++) {
            if (!call.parallel()) {
                Sample.add(sum[level], time[level]);
            } else if (longest[level].length == 0) {
                longest[level] = time[level].clone();
            } else {
                Sample.longest(longest[level], time[level]);
            }
        }
    }

    private static double[][] together(double[][] sum, double[][] longest) {
        for (int level = 0; level < longest.length; level++) {
            if (longest[level].length > 0) {
                Sample.add(sum[level], longest[level]);
            }
        }
        return sum;
    }

    private void release(int caller) {
        for (int call : paths.calls(caller)) {
            if (--readers[topology.to(call)] == 0) {
                rows[topology.to(call)] = new double[0][];
            }
        }
    }
}
