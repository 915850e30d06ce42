package dev.tare.engine.graph;

import dev.tare.engine.CallGraph.Call;

/** Adds the remote calls up. */
final class RemoteTally {
    private final Topology topology;
    private final Traffic traffic;
    private final int[] units;
    private final double[] in;
    private final double[] out;
    private final double[] peakIn;
    private final double[] peakOut;
    private int remoteCalls;
    private double total;
    private double stated;
    private double noRequest;
    private double noResponse;

    RemoteTally(Topology topology, Traffic traffic, int[] units) {
        this.topology = topology;
        this.traffic = traffic;
        this.units = units;
        in = new double[units.length];
        out = new double[units.length];
        peakIn = new double[units.length];
        peakOut = new double[units.length];
        for (int call = 0; call < topology.calls(); call++) {
            if (units[topology.from(call)] != units[topology.to(call)]) {
                add(call);
            }
        }
    }

    private void add(int call) {
        double rate = traffic.callRate(call);
        double atPeak = traffic.peakCallRate(call);
        remoteCalls++;
        total += rate;
        out[topology.from(call)] += rate;
        in[topology.to(call)] += rate;
        peakOut[topology.from(call)] += atPeak;
        peakIn[topology.to(call)] += atPeak;
        bytes(topology.graph().calls().get(call), rate);
    }

    private void bytes(Call call, double rate) {
        if (Double.isNaN(call.requestBytes())) {
            noRequest += rate;
        } else {
            stated += rate * call.requestBytes();
        }
        if (Double.isNaN(call.responseBytes())) {
            noResponse += rate;
        } else {
            stated += rate * call.responseBytes();
        }
    }

    RemoteRates rates() {
        Adjacency members = Adjacency.by(units, count());
        return new RemoteRates(remoteCalls, total, in, out, peakIn, peakOut, byUnit(in), byUnit(out), pairs(members),
                stated, noRequest, noResponse);
    }

    private int count() {
        int most = -1;
        for (int unit : units) {
            most = Math.max(most, unit);
        }
        return most + 1;
    }

    private double[] byUnit(double[] byService) {
        double[] sum = new double[count()];
        for (int service = 0; service < byService.length; service++) {
            sum[units[service]] += byService[service];
        }
        return sum;
    }

    private int pairs(Adjacency members) {
        int[] seenBy = new int[count()];
        int pairs = 0;
        for (int unit = 0; unit < seenBy.length; unit++) {
            for (int i = members.start()[unit]; i < members.start()[unit + 1]; i++) {
                pairs += newCallees(members.calls()[i], unit, seenBy);
            }
        }
        return pairs;
    }

    private int newCallees(int service, int unit, int[] seenBy) {
        int found = 0;
        for (int place = topology.first(service); place < topology.first(service + 1); place++) {
            int callee = units[topology.callee(place)];
            if (callee != unit && seenBy[callee] != unit + 1) {
                seenBy[callee] = unit + 1;
                found++;
            }
        }
        return found;
    }
}
