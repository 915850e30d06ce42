package dev.tare.engine.bill;

import static dev.tare.engine.Param.CALL_CPU;
import static dev.tare.engine.Param.DEFAULT_CPU_REQUEST;
import static dev.tare.engine.Param.DEFAULT_CPU_UTILISATION;
import static dev.tare.engine.Param.DEFAULT_MEMORY_REQUEST;
import static dev.tare.engine.Param.DEFAULT_PEAK_TO_MEAN;
import static dev.tare.engine.Param.DEFAULT_REPLICAS;
import static dev.tare.engine.Param.DEFAULT_WORK_P50;
import static dev.tare.engine.Param.DEFAULT_WORK_P99;
import static dev.tare.engine.Param.ISOLATION_CPU_SHARE;
import static dev.tare.engine.Param.TARGET_UTILISATION;
import static dev.tare.engine.Param.UNIT_REPLICA_VCPU;
import static dev.tare.engine.Param.WORK_CPU_SHARE;
import static dev.tare.engine.bill.Stated.MEDIAN;
import static dev.tare.engine.bill.Stated.MEMORY;
import static dev.tare.engine.bill.Stated.MEMORY_USED;
import static dev.tare.engine.bill.Stated.PEAK;
import static dev.tare.engine.bill.Stated.REPLICAS;
import static dev.tare.engine.bill.Stated.REQUEST;
import static dev.tare.engine.bill.Stated.TAIL;
import static dev.tare.engine.bill.Stated.USE;
import static dev.tare.engine.bill.Stated.WORK;

/**
 * Whether a service is quiet wherever in their extent the assumptions lie: it runs at least once and as often as it
 * states or as is usual, asks for at least what it and its calls use, one replica can take its peak, and its memory is
 * decided by the same field everywhere.
 */
final class Quiet {
    private final Columns columns;
    private final Flows flows;
    private final Stated stated;
    private final Extent extent;
    private final double spread;
    private final double peakToMean;

    Quiet(Columns columns, Flows flows, Extent extent) {
        this.columns = columns;
        this.flows = flows;
        this.extent = extent;
        stated = new Stated(columns, flows);
        double least = extent.least(DEFAULT_WORK_P50);
        spread = least > 0
                ? Work.spread(least, extent.most(DEFAULT_WORK_P99))
                : extent.most(DEFAULT_WORK_P50) > 0 ? Double.POSITIVE_INFINITY : 1;
        peakToMean = flows.peakToMean(Math.max(1, extent.most(DEFAULT_PEAK_TO_MEAN)));
    }

    boolean is(int service, int traits) {
        boolean plain = !columns.off(service) && !columns.pinned[service]
                && columns.graph.services().get(service).sidecars().isEmpty();
        return plain && memory(service, traits) && cpu(service, traits);
    }

    private boolean memory(int service, int traits) {
        boolean usedAlone = has(traits, MEMORY_USED) && !has(traits, MEMORY);
        return !usedAlone || columns.memoryUsed[service] <= extent.least(DEFAULT_MEMORY_REQUEST);
    }

    private boolean cpu(int service, int traits) {
        double copies = has(traits, REPLICAS) ? stated.replicas(service) : extent.least(DEFAULT_REPLICAS);
        double request = has(traits, REQUEST) ? stated.request(service) : extent.least(DEFAULT_CPU_REQUEST);
        double use = stated.cpu(service) * scale(traits, copies, request, service);
        double calls = extent.most(CALL_CPU) / Terms.MS_PER_SECOND * flows.touching(service) / 2;
        return copies >= 1 && (use + calls) * (1 + extent.most(ISOLATION_CPU_SHARE)) <= copies * request
                && takesPeak(service, traits, request);
    }

    /** Use and what is asked for grow with the same defaults: where those are least, the margin is least. */
    private double scale(int traits, double copies, double request, int service) {
        if (has(traits, WORK)) {
            return work(traits);
        }
        double replicas = has(traits, REPLICAS) ? 1 : copies;
        double asked = has(traits, REQUEST) ? 1 : request;
        return has(traits, USE) ? replicas : replicas * asked * extent.most(DEFAULT_CPU_UTILISATION);
    }

    private double work(int traits) {
        boolean both = has(traits, MEDIAN) && has(traits, TAIL);
        return extent.most(WORK_CPU_SHARE) * (both ? 1 : Work.mean(1, spread));
    }

    /** One replica takes the peak, and no more replicas than usual are started for it. */
    private boolean takesPeak(int service, int traits, double leastRequest) {
        double copies = has(traits, REPLICAS) ? 1 : extent.most(DEFAULT_REPLICAS);
        double request = has(traits, REQUEST) ? 1 : extent.most(DEFAULT_CPU_REQUEST);
        double most = has(traits, WORK)
                ? work(traits)
                : copies * (has(traits, USE) ? 1 : request * extent.most(DEFAULT_CPU_UTILISATION));
        double peak = stated.cpu(service) * most * (has(traits, PEAK) ? stated.peak(service) : peakToMean);
        double target = extent.least(TARGET_UTILISATION) > 0 ? extent.least(TARGET_UTILISATION) : 1;
        boolean enough = has(traits, REPLICAS)
                || Terms.wholes(peak / (target * leastRequest)) <= extent.least(DEFAULT_REPLICAS);
        return enough && peak <= Math.max(extent.least(UNIT_REPLICA_VCPU), leastRequest);
    }

    private static boolean has(int traits, int trait) {
        return (traits & trait) != 0;
    }
}
