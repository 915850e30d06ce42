package dev.tare.engine.bill;

import static dev.tare.engine.Param.DEFAULT_CPU_REQUEST;
import static dev.tare.engine.Param.DEFAULT_CPU_UTILISATION;
import static dev.tare.engine.Param.DEFAULT_MEMORY_REQUEST;
import static dev.tare.engine.Param.DEFAULT_MEMORY_UTILISATION;
import static dev.tare.engine.Param.DEFAULT_PEAK_TO_MEAN;
import static dev.tare.engine.Param.DEFAULT_REPLICAS;
import static dev.tare.engine.Param.DEFAULT_WORK_P50;
import static dev.tare.engine.Param.DEFAULT_WORK_P99;
import static dev.tare.engine.Param.TARGET_UTILISATION;
import static dev.tare.engine.Param.WORK_CPU_SHARE;
import static dev.tare.engine.bill.Stated.MEMORY;
import static dev.tare.engine.bill.Stated.MEMORY_USED;
import static dev.tare.engine.bill.Stated.PEAK;
import static dev.tare.engine.bill.Stated.REPLICAS;
import static dev.tare.engine.bill.Stated.REQUEST;
import static dev.tare.engine.bill.Stated.USE;
import static dev.tare.engine.bill.Stated.WORK;

import dev.tare.engine.Param;
import java.util.Arrays;

/**
 * What each lot of services needs and asks for when nobody shares its process, with the stated defaults where it says
 * nothing. The same for every shape that binds the same defaults.
 *
 * <p>CPU its work uses, all replicas together: replicas × stated use; else requests/s × mean own work × the share of
 * it that is CPU time, where work is stated and entry points are registered; else replicas × request × the default
 * utilisation. Mean own work is that of the lognormal with the stated median and 99th percentile. Example: 100
 * requests/s of 10 ms each, half of it CPU: 0.5 vCPU.
 */
final class Demand {
    private static final Param[] READ = { DEFAULT_REPLICAS, DEFAULT_CPU_REQUEST, DEFAULT_CPU_UTILISATION,
        DEFAULT_MEMORY_REQUEST, DEFAULT_MEMORY_UTILISATION, DEFAULT_WORK_P50, DEFAULT_WORK_P99,
        DEFAULT_PEAK_TO_MEAN, WORK_CPU_SHARE, TARGET_UTILISATION };

    /** Replicas of all services of a lot. */
    final double[] replicas;
    /** vCPU all replicas ask for. */
    final double[] asked;
    /** The largest request of one replica. */
    final double[] request;
    final double[] cpu;
    final double[] cpuAtPeak;
    /** Bytes asked for by one replica of each service, or used where that is more. */
    final double[] memoryAsked;
    /** The same of all replicas. */
    final double[] memoryHeld;
    /** The largest of one replica. */
    final double[] largestMemory;
    /** Bytes used by one replica of each. */
    final double[] memoryUsed;
    /** Processes of one replica of each. */
    final double[] processes;
    /** Processes of all replicas. */
    final double[] started;
    /** By runtime, the bytes a process takes before it holds anything of the application. */
    final double[] base;
    final Work work;

    private final double defaultReplicas;
    private final double defaultRequest;
    private final double utilisation;
    private final double defaultMemory;
    private final double memoryUtilisation;
    private final double target;
    private final double peakToMean;

    Demand(Lots lots, Terms terms) {
        int count = lots.count();
        work = new Work(lots.grouping.columns, terms);
        target = target(terms);
        defaultReplicas = terms.of(DEFAULT_REPLICAS);
        defaultRequest = terms.of(DEFAULT_CPU_REQUEST);
        utilisation = terms.of(DEFAULT_CPU_UTILISATION);
        defaultMemory = terms.of(DEFAULT_MEMORY_REQUEST);
        memoryUtilisation = terms.of(DEFAULT_MEMORY_UTILISATION);
        peakToMean = lots.flows.peakToMean(Math.max(1, terms.of(DEFAULT_PEAK_TO_MEAN)));
        replicas = new double[count];
        asked = new double[count];
        request = new double[count];
        cpu = new double[count];
        cpuAtPeak = new double[count];
        memoryAsked = new double[count];
        memoryHeld = new double[count];
        largestMemory = new double[count];
        memoryUsed = new double[count];
        processes = new double[count];
        started = new double[count];
        base = new double[lots.grouping.columns.runtimes()];
        Arrays.setAll(base, runtime -> lots.grouping.columns.baseMemory(runtime, terms.values()));
        for (int i = 0; i < count; i++) {
            fillCpu(i, lots.lot(i));
            fillMemory(i, lots.lot(i));
        }
    }

    /** What decides this: two scenarios with equal keys and the same lots have the same demand. */
    static double[] key(Columns columns, Terms terms) {
        double[] key = Arrays.copyOf(terms.of(READ), READ.length + columns.runtimes());
        for (int runtime = 0; runtime < columns.runtimes(); runtime++) {
            key[READ.length + runtime] = columns.baseMemory(runtime, terms.values());
        }
        return key;
    }

    /** Peak CPU use as a share of what is asked for; 1 where nothing is bound. */
    static double target(Terms terms) {
        double target = terms.of(TARGET_UTILISATION);
        return target > 0 ? target : 1;
    }

    boolean workStated(int service) {
        return work.stated(service);
    }

    /** Median of a service's own work, ms. */
    double workP50(int service) {
        return work.p50(service);
    }

    /** 99th percentile of a service's own work, ms. */
    double workP99(int service) {
        return work.p99(service);
    }

    /** Bytes of the applications in one replica of each service of a lot, the runtime's base taken out. */
    double application(int i, Lot lot) {
        return memoryUsed[i] - processes[i] * base[lot.runtime];
    }

    private void fillCpu(int i, Lot lot) {
        double running = lot.states(REPLICAS) ? 1 : defaultReplicas;
        double each = lot.states(REQUEST) ? 1 : defaultRequest;
        request[i] = each * lot.request;
        cpu[i] = lot.cpu
                * (lot.states(USE) ? running : lot.states(WORK) ? work.cpu(lot) : running * each * utilisation);
        cpuAtPeak[i] = cpu(i, lot) * (lot.states(PEAK) ? 1 : peakToMean);
        boolean needs = !lot.states(REPLICAS) && !lot.quiet && request[i] > 0;
        double copies = needs ? Math.max(running, Terms.wholes(cpuAtPeak[i] / (target * request[i]))) : running;
        replicas[i] = copies * lot.replicas;
        asked[i] = copies * each * lot.asked;
        boolean cores = !lot.states(REQUEST) && lot.oneCore;
        processes[i] = lot.processes * (cores ? Math.max(1, Terms.wholes(defaultRequest)) : 1);
        started[i] = lot.processes > 0 ? copies * lot.started * (processes[i] / lot.processes) : 0;
    }

    /** CPU at the peak, before the peak over mean of all where the lot's own is not known. */
    private double cpu(int i, Lot lot) {
        return lot.cpu > 0 ? cpu[i] * (lot.cpuAtPeak / lot.cpu) : 0;
    }

    private void fillMemory(int i, Lot lot) {
        double each = lot.states(MEMORY) ? 1 : defaultMemory;
        boolean stated = lot.states(MEMORY_USED);
        memoryUsed[i] = lot.used * (stated ? 1 : each * memoryUtilisation);
        memoryAsked[i] = Math.max(each * lot.memory, memoryUsed[i]);
        double copies = lot.replicas > 0 ? replicas[i] / lot.replicas : 0;
        double grown = lot.memory > 0 ? memoryAsked[i] / lot.memory : 0;
        largestMemory[i] = lot.size() == 1 ? memoryAsked[i] : grown * lot.largestMemory;
        memoryHeld[i] = lot.size() == 1 ? replicas[i] * memoryAsked[i] : copies * grown * lot.memoryHeld;
        if (!lot.off) {
            double smallest = lot.smallest * (stated ? 1 : each * memoryUtilisation)
                    * (processes[i] > 0 ? lot.processes / processes[i] : 1);
            base[lot.runtime] = Math.min(base[lot.runtime], smallest);
        }
    }
}
