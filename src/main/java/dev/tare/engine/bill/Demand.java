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

import dev.tare.engine.CallGraph.Entry;
import dev.tare.engine.Param;
import dev.tare.engine.graph.Traffic;
import java.util.Arrays;

/**
 * What each service needs and asks for when nobody shares its process, with the stated defaults where it says
 * nothing. The same for every shape that binds the same defaults.
 *
 * <p>CPU its work uses, all replicas together: replicas × stated use; else requests/s × mean own work × the share of
 * it that is CPU time, where work is stated and entry points are registered; else replicas × request × the default
 * utilisation. Mean own work is that of the lognormal with the stated median and 99th percentile. Example: 100
 * requests/s of 10 ms each, half of it CPU: 0.5 vCPU.
 */
final class Demand {
    /** 99th percentile of the standard normal distribution. */
    private static final double Z99 = 2.3263478740408408;
    private static final Param[] READ = { DEFAULT_REPLICAS, DEFAULT_CPU_REQUEST, DEFAULT_CPU_UTILISATION,
        DEFAULT_MEMORY_REQUEST, DEFAULT_MEMORY_UTILISATION, DEFAULT_WORK_P50, DEFAULT_WORK_P99,
        DEFAULT_PEAK_TO_MEAN, WORK_CPU_SHARE, TARGET_UTILISATION };

    final double[] replicas;
    final double[] cpuRequest;
    final double[] cpu;
    final double[] cpuAtPeak;
    final double[] memoryAsked;
    final double[] memoryUsed;
    final double[] workMs;
    final double[] processes;
    final double[] base;

    private final Columns columns;
    private final Traffic traffic;
    private final Terms terms;
    private final double target;
    private final double defaultReplicas;
    private final double defaultRequest;
    private final double defaultUtilisation;
    private final double defaultMemory;
    private final double defaultMemoryUtilisation;
    private final double defaultP50;
    private final double spread;
    private final double peakToMean;
    private final double cpuShare;

    Demand(Columns columns, Traffic traffic, Terms terms) {
        this.columns = columns;
        this.traffic = traffic;
        this.terms = terms;
        target = target(terms);
        defaultReplicas = terms.of(DEFAULT_REPLICAS);
        defaultRequest = terms.of(DEFAULT_CPU_REQUEST);
        defaultUtilisation = terms.of(DEFAULT_CPU_UTILISATION);
        defaultMemory = terms.of(DEFAULT_MEMORY_REQUEST);
        defaultMemoryUtilisation = terms.of(DEFAULT_MEMORY_UTILISATION);
        defaultP50 = terms.of(DEFAULT_WORK_P50);
        spread = defaultP50 > 0 ? Math.max(1, terms.of(DEFAULT_WORK_P99) / defaultP50) : 1;
        peakToMean = peakToMean(traffic, Math.max(1, terms.of(DEFAULT_PEAK_TO_MEAN)));
        cpuShare = terms.of(WORK_CPU_SHARE);
        replicas = new double[columns.count];
        cpuRequest = new double[columns.count];
        cpu = new double[columns.count];
        cpuAtPeak = new double[columns.count];
        memoryAsked = new double[columns.count];
        memoryUsed = new double[columns.count];
        workMs = new double[columns.count];
        processes = new double[columns.count];
        base = new double[columns.runtimes()];
        for (int service = 0; service < columns.count; service++) {
            fill(service);
        }
        fillBase();
    }

    /** What decides this: two scenarios with equal keys and the same traffic have the same demand. */
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

    /** Mean of the lognormal with this median and 99th percentile. */
    static double mean(double p50, double p99) {
        double sigma = p50 > 0 && p99 > p50 ? Math.log(p99 / p50) / Z99 : 0;
        return p50 * Math.exp(sigma * sigma / 2);
    }

    /** Bytes of the application in one replica, its runtime's base taken out. */
    double application(int service) {
        return memoryUsed[service] - processes[service] * base[columns.runtime[service]];
    }

    private void fill(int service) {
        boolean stated = !Double.isNaN(columns.replicas[service]);
        double unstated = columns.pinned[service] ? 1 : defaultReplicas;
        double running = stated ? columns.replicas[service] : unstated;
        cpuRequest[service] = or(columns.cpuRequest[service], defaultRequest);
        workMs[service] = mean(workP50(service), workP99(service));
        cpu[service] = cpu(service, running);
        cpuAtPeak[service] = cpuAtPeak(service);
        double needed = cpuRequest[service] > 0 ? Terms.wholes(cpuAtPeak[service] / (target * cpuRequest[service])) : 0;
        replicas[service] = stated || columns.pinned[service] ? running : Math.max(running, needed);
        double asked = or(columns.memoryRequest[service], defaultMemory);
        memoryUsed[service] = or(columns.memoryUsed[service], asked * defaultMemoryUtilisation);
        memoryAsked[service] = Math.max(asked, memoryUsed[service]);
        boolean oneCore = columns.oneCore(columns.runtime[service]);
        processes[service] = oneCore ? Math.max(1, Terms.wholes(cpuRequest[service])) : 1;
    }

    private double cpu(int service, double running) {
        if (columns.off(service)) {
            return 0;
        }
        if (!Double.isNaN(columns.cpuUsed[service])) {
            return running * columns.cpuUsed[service];
        }
        if (byRequests(service)) {
            return traffic.mean(service) * workMs[service] / Terms.MS_PER_SECOND * cpuShare;
        }
        return running * cpuRequest[service] * defaultUtilisation;
    }

    /** Whether a service's CPU use is found from its requests and its work for each. */
    private boolean byRequests(int service) {
        return Double.isNaN(columns.cpuUsed[service]) && workStated(service) && !traffic.assumedEntries()
                && !columns.pinned[service];
    }

    boolean workStated(int service) {
        return !Double.isNaN(columns.workP50[service]) || !Double.isNaN(columns.workP99[service]);
    }

    /** Median of a service's own work, ms. */
    double workP50(int service) {
        double p50 = columns.workP50[service];
        double p99 = columns.workP99[service];
        return Double.isNaN(p50) ? Double.isNaN(p99) ? defaultP50 : p99 / spread : p50;
    }

    /** 99th percentile of a service's own work, ms; spread like the default's where only the median is stated. */
    double workP99(int service) {
        double p99 = columns.workP99[service];
        return Double.isNaN(p99) ? workP50(service) * spread : p99;
    }

    /**
     * CPU at the peak: use × peak over mean as the service states it; else, for use that follows requests, at the
     * requests/s of the peak; else by the peak over mean of all entry points, where they state peaks; else the default.
     */
    private double cpuAtPeak(int service) {
        if (!Double.isNaN(columns.peakToMean[service])) {
            return cpu[service] * Math.max(1, columns.peakToMean[service]);
        }
        if (byRequests(service) && traffic.mean(service) > 0) {
            return cpu[service] * traffic.peak(service) / traffic.mean(service);
        }
        return cpu[service] * peakToMean;
    }

    private static double peakToMean(Traffic traffic, double unstated) {
        double peak = traffic.entries().stream().mapToDouble(Entry::peakPerSecond).sum();
        double mean = traffic.entering();
        return mean > 0 ? Math.max(1, peak / mean) : unstated;
    }

    /** A runtime's base is never more than the smallest process of it that runs. */
    private void fillBase() {
        Arrays.setAll(base, runtime -> columns.baseMemory(runtime, terms.values()));
        for (int service = 0; service < columns.count; service++) {
            if (!columns.off(service)) {
                int runtime = columns.runtime[service];
                base[runtime] = Math.min(base[runtime], memoryUsed[service] / processes[service]);
            }
        }
    }

    private static double or(double stated, double otherwise) {
        return Double.isNaN(stated) ? otherwise : stated;
    }
}
