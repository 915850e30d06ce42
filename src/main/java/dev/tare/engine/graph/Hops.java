package dev.tare.engine.graph;

import dev.tare.engine.CallGraph.Entry;

/**
 * What a grouping into units makes of the calls: which are remote, how many of them a request takes, how long the
 * longest chain is, what goes over the wire.
 *
 * <p>Hops per request = Σ remote λ_caller·m_c ÷ Σ entry, and for one entry point the same from that entry alone.
 * Depth is "from the graph": the longest chain of remote calls each waiting for the next, over the condensation; a
 * loop of such calls counts as one hop however long it is, so with loops depth is a lower bound.
 *
 * <p>Example: 10 requests/s into a; a calls b twice, b calls c half the time. One unit each: 3 hops, depth 2. With b
 * and c in one unit: 2 hops, depth 1.
 */
public final class Hops {
    private final Topology topology;
    private final int[] units;
    private final RemoteRates rates;
    private final double[] hopsFrom;
    private final double hopsPerRequest;
    private final int depth;

    private Hops(Topology topology, Traffic traffic, int[] units) {
        this.topology = topology;
        this.units = units.clone();
        rates = RemoteRates.of(topology, traffic, this.units);
        hopsFrom = traffic.causing(ownHops());
        hopsPerRequest = perRequest(traffic);
        depth = Depth.of(topology, this.units);
    }

    /** Counts the hops of a graph with service {@code s} in unit {@code units[s]}, units numbered from 0. */
    public static Hops of(Topology topology, Traffic traffic, int[] units) {
        if (units.length != topology.services()) {
            throw new IllegalArgumentException(
                    "expected a unit for each of " + topology.services() + " services, found " + units.length);
        }
        return new Hops(topology, traffic, units);
    }

    /** Whether a call leaves its caller's unit. */
    public boolean remote(int call) {
        return units[topology.from(call)] != units[topology.to(call)];
    }

    /** Call edges that leave their caller's unit. */
    public int remoteCalls() {
        return rates.remoteCalls();
    }

    /** Remote calls for each outside request, over all entry points; 0 when no requests come in. */
    public double hopsPerRequest() {
        return hopsPerRequest;
    }

    /** Remote calls caused by one request at a service: for an entry point's service, its hops per request. */
    public double hopsFrom(int service) {
        return hopsFrom[service];
    }

    /** Longest chain of remote calls each waiting for the next. */
    public int depth() {
        return depth;
    }

    /** Remote calls/s of all services. */
    public double remoteRate() {
        return rates.total();
    }

    /** Remote requests/s a service receives from other units; outside requests are not among them. */
    public double remoteIn(int service) {
        return rates.in()[service];
    }

    /** Remote calls/s a service makes to other units. */
    public double remoteOut(int service) {
        return rates.out()[service];
    }

    /** Remote requests/s at peak a service receives from other units. */
    public double peakRemoteIn(int service) {
        return rates.peakIn()[service];
    }

    /** Remote calls/s at peak a service makes to other units. */
    public double peakRemoteOut(int service) {
        return rates.peakOut()[service];
    }

    /** Remote requests/s a unit receives from other units. */
    public double unitIn(int unit) {
        return rates.unitIn()[unit];
    }

    /** Remote calls/s a unit makes to other units. */
    public double unitOut(int unit) {
        return rates.unitOut()[unit];
    }

    /** Pairs of units of which the first calls the second: what a mesh keeps series for. */
    public int unitPairs() {
        return rates.unitPairs();
    }

    /** Bytes/s between units, both ways, given what a request and a response weigh where a call does not say. */
    public double wireBytesPerSecond(double requestBytes, double responseBytes) {
        return rates.statedBytes() + rates.unstatedRequests() * requestBytes
                + rates.unstatedResponses() * responseBytes;
    }

    private double[] ownHops() {
        double[] own = new double[topology.services()];
        for (int call = 0; call < topology.calls(); call++) {
            if (remote(call)) {
                own[topology.from(call)] += topology.perRequest(call);
            }
        }
        return own;
    }

    private double perRequest(Traffic traffic) {
        double hops = 0;
        double requests = 0;
        for (Entry entry : traffic.entries()) {
            hops += entry.meanPerSecond() * hopsFrom[entry.service()];
            requests += entry.meanPerSecond();
        }
        return requests > 0 ? hops / requests : 0;
    }
}
