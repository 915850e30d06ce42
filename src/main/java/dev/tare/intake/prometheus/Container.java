package dev.tare.intake.prometheus;

import dev.tare.estate.EstateDocument.Resource;
import org.jspecify.annotations.Nullable;

/** One container of a workload: sums over its pods while they were there, and what it declares. */
final class Container {
    final String name;
    /** CPU time, in vCPU × s. */
    double cpuSeconds = Double.NaN;
    /** Memory, in bytes × s. */
    double byteSeconds = Double.NaN;
    /** How long its pods were there together. */
    double seconds;
    @Nullable
    Double cpuRequest;
    @Nullable
    Double cpuLimit;
    @Nullable
    Double memoryRequest;
    @Nullable
    Double memoryLimit;
    @Nullable
    String image;
    @Nullable
    String digest;

    Container(String name) {
        this.name = name;
    }

    /** Sums begin when there is something to add. */
    static double plus(double sum, double more) {
        return Double.isNaN(sum) ? more : sum + more;
    }

    @Nullable
    Resource cpu() {
        return resource(cpuRequest, cpuLimit, cpuSeconds);
    }

    @Nullable
    Resource memory() {
        return resource(memoryRequest, memoryLimit, byteSeconds);
    }

    private @Nullable Resource resource(@Nullable Double request, @Nullable Double limit, double sum) {
        Double used = seconds > 0 && !Double.isNaN(sum) ? Double.valueOf(sum / seconds) : null;
        return request == null && limit == null && used == null ? null : new Resource(request, limit, used);
    }
}
