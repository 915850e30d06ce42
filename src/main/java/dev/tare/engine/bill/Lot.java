package dev.tare.engine.bill;

import dev.tare.engine.Curve;
import java.util.function.DoubleUnaryOperator;

/**
 * Services weighed as one: they leave the same fields open, speak one language and stand in the same unit, or each
 * alone in one. Every figure is a sum over them of what {@link Stated} says, so that a formula that is a sum over
 * services costs the same for a thousand of them as for one.
 *
 * <p>Sums are right only where no service of the lot switches from one case of a formula to another. {@link Lots} sees
 * to that: a lot of several holds only <em>quiet</em> services, which always ask for more than they use and whose peak
 * one replica can always take; any other service is a lot of its own.
 */
final class Lot {
    /** In place of a unit: each service of the lot is alone in its own, and no sidecar stands beside it. */
    static final int NONE = -1;
    private static final int KEPT = 4;

    final int unit;
    final boolean shared;
    final boolean quiet;
    final int runtime;
    final boolean pinned;
    final boolean off;
    /** Whether a process of these can use one core only. */
    final boolean oneCore;
    final int[] services;

    /** Replicas of all services. */
    double replicas;
    /** vCPU their replicas ask for. */
    double asked;
    double cpu;
    double cpuAtPeak;
    /** Requests/s over the wire, both ways. */
    double touching;
    double touchingAtPeak;
    /** The same and those from outside. */
    double passing;
    /** Bytes asked for by one replica of each service. */
    double memory;
    /** Bytes asked for by all replicas. */
    double memoryHeld;
    /** Bytes used by one replica of each. */
    double used;
    /** Processes of one replica of each. */
    double processes;
    /** Processes of all replicas. */
    double started;
    /** The smallest process of any of them, bytes. */
    double smallest = Double.POSITIVE_INFINITY;
    /** The largest request of one replica. */
    double request;
    double largestMemory;
    /** The fewest bytes any of them asks for; NaN where one does not say. */
    double leastAsked = Double.POSITIVE_INFINITY;
    /** Most replicas any of them has registered. */
    double registered;
    /** Own metric series of one replica of each that states them, and how many do not. */
    double series;
    double seriesUnstated;
    /** The same of all replicas. */
    double seriesHeld;
    double seriesUnstatedHeld;

    private final int traits;
    private final Stated stated;
    private final Flows flows;
    private final Recent<Sizes, Double> rounded = new Recent<>(KEPT);
    private final Recent<Double, Steady> steady = new Recent<>(KEPT);
    private final Recent<Curve, Split> proxied = new Recent<>(KEPT);

    Lot(int unit, boolean shared, boolean quiet, int traits, int[] services, Columns columns, Flows flows) {
        this.unit = unit;
        this.shared = shared;
        this.quiet = quiet;
        this.traits = traits;
        this.services = services;
        runtime = columns.runtime[services[0]];
        pinned = columns.pinned[services[0]];
        off = columns.off(services[0]);
        oneCore = columns.oneCore(runtime);
        this.flows = flows;
        stated = new Stated(columns, flows);
        for (int service : services) {
            addCpu(service);
            addMemory(service);
            leastAsked = Math.min(leastAsked, columns.memoryRequest[service]);
            addSeries(stated.replicas(service), columns.series[service]);
            registered = Math.max(registered,
                    Double.isNaN(columns.replicas[service]) ? 0 : columns.replicas[service]);
        }
    }

    boolean states(int trait) {
        return (traits & trait) != 0;
    }

    /** What its services have in common. */
    int traits() {
        return traits;
    }

    /** The same services with figures of their own changed. */
    Lot with(Columns changed) {
        return new Lot(unit, shared, quiet, traits, services, changed, flows);
    }

    int size() {
        return services.length;
    }

    /** Sizes sold in steps: each replica takes what it asks for × a default, and what stands beside it. */
    record Sizes(boolean cpu, double times, double beside, double step) {}

    /** What all replicas are rounded up by, one of each service for one stated replica. */
    double rounded(Sizes sizes) {
        return rounded.get(sizes, missing -> rounded(sizes, rate -> 0, 1));
    }

    /** The same where something beside a replica follows the requests/s that pass it. */
    double rounded(Sizes sizes, DoubleUnaryOperator passed, double copies) {
        double sum = 0;
        for (int service : services) {
            double each = sizes.times() * (sizes.cpu() ? stated.request(service) : stated.memory(service));
            double all = each + sizes.beside() + passed.applyAsDouble(rate(service) / copies);
            sum += stated.replicas(service) * (Terms.steps(all, sizes.step()) - all);
        }
        return sum;
    }

    /**
     * Max(request, use) of one proxy beside each replica, use following the requests/s that pass it along a curve.
     *
     * @param copies replicas for each of what the services state
     */
    double proxies(Curve curve, double request, double useAt1000, double copies) {
        if (copies != 1) {
            double sum = 0;
            for (int service : services) {
                sum += stated.replicas(service) * Math.max(request, useAt1000 * curve.at(rate(service) / copies));
            }
            return copies * sum;
        }
        Split split = proxied.get(curve, this::proxied);
        int small = useAt1000 > 0 ? split.upTo(request / useAt1000) : services.length;
        return split.first(small, 0) * request + split.rest(small, 1) * useAt1000;
    }

    private Split proxied(Curve curve) {
        double[] use = new double[services.length];
        double[] copies = new double[services.length];
        double[] all = new double[services.length];
        for (int i = 0; i < use.length; i++) {
            use[i] = curve.at(rate(services[i]));
            copies[i] = stated.replicas(services[i]);
            all[i] = use[i] * copies[i];
        }
        return Split.of(use, copies, all);
    }

    /** Sums for functions, where {@link Steady#is} allows them. */
    Steady steady(Grants grants) {
        return steady.get(grants.perVcpu(), missing -> Steady.of(this, stated, flows, grants));
    }

    /** Requests/s that pass each replica, where it runs as often as it states. */
    private double rate(int service) {
        return (flows.touching(service) + flows.entering(service)) / stated.replicas(service);
    }

    private void addCpu(int service) {
        double cpuOf = stated.cpu(service);
        replicas += stated.replicas(service);
        asked += stated.replicas(service) * stated.request(service);
        request = Math.max(request, stated.request(service));
        cpu += cpuOf;
        cpuAtPeak += cpuOf * stated.peak(service);
        touching += flows.touching(service);
        touchingAtPeak += flows.touchingAtPeak(service);
        passing += flows.touching(service) + flows.entering(service);
    }

    private void addMemory(int service) {
        double copies = stated.replicas(service);
        double each = stated.processes(service);
        memory += stated.memory(service);
        memoryHeld += copies * stated.memory(service);
        largestMemory = Math.max(largestMemory, stated.memory(service));
        used += stated.used(service);
        processes += each;
        started += copies * each;
        smallest = Math.min(smallest, stated.used(service) / each);
    }

    private void addSeries(double copies, double each) {
        boolean unstated = Double.isNaN(each);
        series += unstated ? 0 : each;
        seriesHeld += unstated ? 0 : copies * each;
        seriesUnstated += unstated ? 1 : 0;
        seriesUnstatedHeld += unstated ? copies : 0;
    }
}
