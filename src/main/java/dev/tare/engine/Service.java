package dev.tare.engine;

import java.util.List;

/**
 * One logical component as the formulas see it, in base units. {@link Double#NaN} is "not stated": the engine then
 * takes the default the shape binds and counts it.
 *
 * @param name             unique in the graph
 * @param team             owner, empty when none
 * @param runtime          language family, by position in {@link CallGraph#runtimes()}
 * @param replicas         processes that run today
 * @param cpuRequest       vCPU asked for by each replica
 * @param cpuUsed          mean vCPU used by each replica
 * @param memoryRequest    bytes asked for by each replica
 * @param memoryUsed       bytes used by each replica
 * @param workP50          own work of one request, ms, median
 * @param workP99          own work of one request, ms, 99th percentile
 * @param imageCompressed  bytes transferred
 * @param imageUnpacked    bytes on disk
 * @param layers           image layers by digest, where known
 * @param payload          bytes of the application artefact alone
 * @param deploysPerMonth  releases a month
 * @param logBytes         log bytes for each request
 * @param metricSeries     own metric series of each replica
 * @param peakToMean       peak load over mean load
 * @param isolation        what the service needs to be kept apart from
 * @param pinned           instances that follow nodes instead of load (a DaemonSet)
 * @param sidecars         helper processes beside each replica today
 */
public record Service(String name, String team, int runtime, double replicas, double cpuRequest, double cpuUsed,
        double memoryRequest, double memoryUsed, double workP50, double workP99, double imageCompressed,
        double imageUnpacked, List<Layer> layers, double payload, double deploysPerMonth, double logBytes,
        double metricSeries, double peakToMean, Isolation isolation, boolean pinned, List<Sidecar> sidecars) {
    /** What a service needs to be kept apart from, weakest first. */
    public enum Isolation {
        NONE, TENANT, REGULATED, UNTRUSTED
    }

    /** A layer of an image: content digest and compressed bytes. */
    public record Layer(String digest, double bytes) {}

    /** A helper process beside each replica; NaN is "not stated". */
    public record Sidecar(String name, Role role, double cpuRequest, double memoryRequest) {}

    /** What a sidecar is for. */
    public enum Role {
        MESH, LOGGING, METRICS, SECURITY, SECRETS, CONFIG, DATABASE, OTHER
    }

    /** Lists are copied. */
    public Service {
        layers = List.copyOf(layers);
        sidecars = List.copyOf(sidecars);
    }

    /** A service of which only the name is known. */
    public static Service named(String name) {
        double unknown = Double.NaN;
        return new Service(name, "", 0, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
                List.of(), unknown, unknown, unknown, unknown, unknown, Isolation.NONE, false, List.of());
    }
}
