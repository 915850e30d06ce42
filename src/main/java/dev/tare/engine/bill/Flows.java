package dev.tare.engine.bill;

import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.graph.Hops;
import dev.tare.engine.graph.Topology;
import dev.tare.engine.graph.Traffic;

/** Who is called how often, and what of it goes from unit to unit under a grouping. */
public final class Flows {
    final Topology topology;
    final Traffic traffic;
    final Hops hops;
    private final double[] entering;
    private final double peakToMean;

    /** Traffic of a graph and the hops a grouping makes of it. */
    public Flows(Topology topology, Traffic traffic, Hops hops) {
        this.topology = topology;
        this.traffic = traffic;
        this.hops = hops;
        entering = new double[topology.services()];
        traffic.entries().forEach(entry -> entering[entry.service()] += entry.meanPerSecond());
        double peak = traffic.entries().stream().mapToDouble(Entry::peakPerSecond).sum();
        peakToMean = traffic.entering() > 0 ? Math.max(1, peak / traffic.entering()) : Double.NaN;
    }

    /** Peak over mean of all entry points together; another figure where nothing comes in. */
    double peakToMean(double otherwise) {
        return Double.isNaN(peakToMean) ? otherwise : peakToMean;
    }

    /** Outside requests/s at a service. */
    double entering(int service) {
        return entering[service];
    }

    /** Outside requests/s at a unit. */
    double entering(Grouping grouping, int unit) {
        double rate = 0;
        for (int i = 0; i < grouping.size(unit); i++) {
            rate += entering[grouping.member(unit, i)];
        }
        return rate;
    }

    /** Requests/s a service takes and makes over the wire; each remote call is counted at both of its ends. */
    double touching(int service) {
        return hops.remoteIn(service) + hops.remoteOut(service);
    }

    /** The same at peak. */
    double touchingAtPeak(int service) {
        return hops.peakRemoteIn(service) + hops.peakRemoteOut(service);
    }
}
