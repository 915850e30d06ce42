package dev.tare.engine.latency;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Mode;

/**
 * The obvious way to draw a request, to hold the engine against: walks every call of every request afresh, with a
 * library generator, and knows no rows, orders, rounds or scaling.
 */
final class PlainDraws {
    private final CallGraph graph;
    private final int[] units;
    private final Times times;
    private final Random random = new Random(11);

    PlainDraws(CallGraph graph, int[] units, Times times) {
        this.graph = graph;
        this.units = units;
        this.times = times;
    }

    /** Ascending times of so many requests at a service. */
    double[] sorted(int service, int requests) {
        double[] drawn = new double[requests];
        Arrays.setAll(drawn, i -> extra(times.placement(), service) + request(service));
        Arrays.sort(drawn);
        return drawn;
    }

    private double request(int service) {
        double sum = lognormal(times.workP50()[service], times.workP99()[service]);
        double longest = 0;
        for (Call call : graph.calls()) {
            if (call.from() == service && call.mode() != Mode.ASYNC) {
                for (int i = repeats(call.perRequest()); i > 0; i--) {
                    double time = hop(call) + request(call.to());
                    longest = call.mode() == Mode.PARALLEL ? Math.max(longest, time) : longest;
                    sum += call.mode() == Mode.PARALLEL ? 0 : time;
                }
            }
        }
        return sum + longest;
    }

    private int repeats(double times) {
        int whole = (int) times;
        return whole + (random.nextDouble() < times - whole ? 1 : 0);
    }

    private double hop(Call call) {
        if (units[call.from()] == units[call.to()]) {
            return times.inProcess();
        }
        double sum = 0;
        for (Extra extra : List.of(times.network(), times.mesh(), times.isolation(), times.monitoring(),
                times.placement())) {
            sum += extra(extra, call.to());
        }
        return Math.max(sum, times.inProcess());
    }

    private double extra(Extra extra, int service) {
        return random.nextDouble() < extra.share() ? lognormal(extra.p50(service), extra.p99(service)) : 0;
    }

    private double lognormal(double p50, double p99) {
        return p99 > p50 ? p50 * Math.exp(Math.log(p99 / p50) / 2.3263478740408408 * random.nextGaussian()) : p50;
    }
}
