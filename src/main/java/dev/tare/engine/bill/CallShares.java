package dev.tare.engine.bill;

import static dev.tare.engine.Param.DEFAULT_REQUEST_BYTES;
import static dev.tare.engine.Param.DEFAULT_RESPONSE_BYTES;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallTares;
import dev.tare.engine.CallTares.CallTare;
import dev.tare.engine.CallTares.Facts;
import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.Range;
import dev.tare.engine.range.Bounds;
import dev.tare.engine.graph.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which call carries how much of the lines that follow calls. What crosses zones is divided by bytes; the rest of the
 * network (CPU at both ends, load balancers) and the mesh by how often a call happens; of monitoring its spans and of
 * placement its workflow transitions, the same way. Where remote calls happen never, they carry the same each.
 *
 * <p>Example: of a network line of 100 USD with 40 for bytes, a call with 3 of 4 requests and 1 of 2 bytes carries
 * 60 × ¾ + 40 × ½ = 65.
 */
final class CallShares {
    private final Weighing w;
    private final Topology topology;
    private final double[] often;
    private final double[] bytes;

    private CallShares(Weighing w) {
        this.w = w;
        topology = w.flows.topology;
        often = new double[topology.calls()];
        bytes = new double[topology.calls()];
        for (int call = 0; call < often.length; call++) {
            if (w.flows.hops.remote(call)) {
                often[call] = w.flows.traffic.callRate(call);
                bytes[call] = often[call] * bytes(topology.graph().calls().get(call));
            }
        }
        orEvenly(often);
        orEvenly(bytes);
    }

    /** At the three corners of the assumptions. */
    static CallTares of(Bounds<Weighing> weighed) {
        Bounds<Map<Part, double[]>> carried = weighed.map(each -> new CallShares(each).carried());
        Weighing likely = weighed.likely();
        List<CallTare> calls = new ArrayList<>();
        for (int call = 0; call < likely.flows.topology.calls(); call++) {
            calls.add(tare(likely, carried, call));
        }
        Map<Part, Range> elsewhere = new EnumMap<>(Part.class);
        Bounds<Map<Part, Double>> left = weighed.map(each -> new CallShares(each).left());
        CallTares.PARTS.forEach(part -> elsewhere.put(part, left.range(each -> each.getOrDefault(part, 0.0))));
        return new CallTares(calls, elsewhere, facts(likely));
    }

    private static CallTare tare(Weighing likely, Bounds<Map<Part, double[]>> carried, int call) {
        Map<Part, Range> parts = new EnumMap<>(Part.class);
        boolean remote = likely.flows.hops.remote(call);
        for (Part part : remote ? CallTares.PARTS : List.<Part>of()) {
            parts.put(part, carried.range(each -> each.getOrDefault(part, new double[0])[call]));
        }
        return new CallTare(likely.flows.traffic.callRate(call), remote, parts);
    }

    private static Facts facts(Weighing w) {
        Map<Integer, Double> entries = new TreeMap<>();
        for (Entry entry : w.flows.traffic.entries()) {
            entries.merge(entry.service(), entry.meanPerSecond(), Double::sum);
        }
        Topology topology = w.flows.topology;
        int[] loops = new int[topology.services()];
        double[] perSecond = new double[topology.services()];
        for (int service = 0; service < loops.length; service++) {
            loops[service] = topology.size(topology.component(service)) > 1 ? topology.component(service) : -1;
            perSecond[service] = w.flows.traffic.mean(service);
        }
        return new Facts(w.flows.traffic.entering(), w.flows.hops.hopsPerRequest(), w.flows.hops.depth(),
                w.flows.traffic.assumedEntries(), entries, loops, perSecond);
    }

    private Map<Part, double[]> carried() {
        Map<Part, double[]> carried = new EnumMap<>(Part.class);
        CallTares.PARTS.forEach(part -> carried.put(part, carried(part)));
        return carried;
    }

    /** What the calls carry of a part, by call. */
    private double[] carried(Part part) {
        double[] carried = new double[often.length];
        if (Arrays.stream(often).sum() > 0) {
            double byBytes = part == Part.NETWORK ? NetworkLine.crossZone(w) : 0;
            Shares.share(following(part) - byBytes, often, carried);
            Shares.share(byBytes, bytes, carried);
        }
        return carried;
    }

    private Map<Part, Double> left() {
        Map<Part, Double> left = new EnumMap<>(Part.class);
        CallTares.PARTS.forEach(part -> left.put(part,
                w.prices.of(w.line(part)) - Arrays.stream(carried(part)).sum()));
        return left;
    }

    /** USD a month of a part that follow calls. */
    private double following(Part part) {
        return switch (part) {
            case NETWORK, MESH -> w.prices.of(w.line(part));
            case MONITORING -> MonitoringLine.spans(w);
            case PLACEMENT -> PlacementLine.transitions(w);
            case IMAGES, ISOLATION, HEADROOM -> 0;
        };
    }

    private void orEvenly(double[] weights) {
        if (Arrays.stream(weights).sum() > 0) {
            return;
        }
        for (int call = 0; call < weights.length; call++) {
            weights[call] = w.flows.hops.remote(call) ? 1 : 0;
        }
    }

    private double bytes(Call call) {
        double request = Double.isNaN(call.requestBytes()) ? w.terms.of(DEFAULT_REQUEST_BYTES) : call.requestBytes();
        double response = Double.isNaN(call.responseBytes())
                ? w.terms.of(DEFAULT_RESPONSE_BYTES)
                : call.responseBytes();
        return request + response;
    }
}
