package dev.tare.engine.graph;

import java.util.List;

import dev.tare.engine.AmplifyingCycle;
import dev.tare.engine.CallGraph.Entry;

/**
 * Requests per second everywhere: λ_s = entry_s + Σ over calls c into s of λ_caller(c) · m_c, solved over the
 * condensation, inside a loop as a system of equations.
 *
 * <p>Where the estate names no entry point, each part of the graph that nobody outside it calls gets the assumed rate:
 * a service without callers, or the first service of a loop without callers.
 *
 * <p>Example: 10 requests/s into a; a calls b twice, b calls c for half of its requests: a 10, b 20, c 10.
 */
public final class Traffic {
    private final Topology topology;
    private final Flow flow;
    private final List<Entry> entries;
    private final boolean assumed;
    private final double entering;
    private final double[] mean;
    private final double[] peak;

    private Traffic(Topology topology, List<Entry> entries, boolean assumed) {
        this.topology = topology;
        this.entries = entries;
        this.assumed = assumed;
        entering = entries.stream().mapToDouble(Entry::meanPerSecond).sum();
        flow = new Flow(topology);
        double[] meanIn = new double[topology.services()];
        double[] peakIn = new double[topology.services()];
        for (Entry entry : entries) {
            meanIn[entry.service()] += entry.meanPerSecond();
            peakIn[entry.service()] += entry.peakPerSecond();
        }
        mean = flow.forward(meanIn);
        peak = flow.forward(peakIn);
    }

    /**
     * Solves the traffic of a graph.
     *
     * @param assumedEntryRate  mean requests/s where the estate does not say
     * @param assumedPeakToMean peak over mean where neither the entry point nor its service says
     * @throws AmplifyingCycle when a loop multiplies its own traffic
     */
    public static Traffic solve(Topology topology, double assumedEntryRate, double assumedPeakToMean) {
        List<Entry> known = topology.graph().entries();
        List<Entry> taken = known.isEmpty() ? Sources.of(topology) : known;
        List<Entry> stated = taken.stream().map(e -> complete(topology, e, assumedEntryRate, assumedPeakToMean))
                .toList();
        return new Traffic(topology, stated, known.isEmpty());
    }

    /** Mean requests/s at a service. */
    public double mean(int service) {
        return mean[service];
    }

    /** Peak requests/s at a service. */
    public double peak(int service) {
        return peak[service];
    }

    /** Mean requests/s on a call: λ_caller · m. */
    public double callRate(int call) {
        return mean[topology.from(call)] * topology.perRequest(call);
    }

    /** Peak requests/s on a call. */
    public double peakCallRate(int call) {
        return peak[topology.from(call)] * topology.perRequest(call);
    }

    /** The entry points in the order stated (assumed ones by service), mean and peak filled in. */
    public List<Entry> entries() {
        return entries;
    }

    /** Whether entry points were assumed because the estate names none. */
    public boolean assumedEntries() {
        return assumed;
    }

    /** Outside requests/s, mean, over all entry points. */
    public double entering() {
        return entering;
    }

    /** Mean requests/s at each service that come from one entry point alone; over all entry points they sum up. */
    public double[] from(int entry) {
        double[] in = new double[topology.services()];
        in[entries.get(entry).service()] = entries.get(entry).meanPerSecond();
        return flow.forward(in);
    }

    /**
     * What one request at each service costs with everything it causes, given what it costs at the service itself:
     * v_s = own_s + Σ over calls c out of s of m_c · v_callee(c).
     */
    public double[] causing(double[] own) {
        return flow.backward(own);
    }

    private static Entry complete(Topology topology, Entry entry, double assumedRate, double assumedPeak) {
        double own = topology.graph().services().get(entry.service()).peakToMean();
        double mean = Double.isNaN(entry.meanPerSecond()) ? assumedRate : entry.meanPerSecond();
        double factor = Double.isNaN(own) ? assumedPeak : own;
        double peak = Double.isNaN(entry.peakPerSecond()) ? mean * factor : entry.peakPerSecond();
        if (!(mean >= 0 && peak >= 0 && mean < Double.POSITIVE_INFINITY && peak < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected requests/s of 0 or more, found " + mean + " and " + peak);
        }
        return new Entry(entry.service(), mean, Math.max(mean, peak));
    }
}
