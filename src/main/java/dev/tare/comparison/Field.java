package dev.tare.comparison;

import dev.tare.engine.Service;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A field of a service that a default stands in for: whether it is stated, and a service that states it. */
enum Field {
    REPLICAS("replicas", Service::replicas), CPU_REQUEST("cpu.request", Service::cpuRequest), CPU_USED("cpu.used",
            Service::cpuUsed), MEMORY_REQUEST("memory.request", Service::memoryRequest), MEMORY_USED("memory.used",
                    Service::memoryUsed), PAYLOAD("payloadBytes", Service::payload), WORK_P50("workMs.p50",
                            Service::workP50), WORK_P99("workMs.p99", Service::workP99), DEPLOYS("deploysPerMonth",
                                    Service::deploysPerMonth), LOG("logBytesPerRequest",
                                            Service::logBytes), SERIES("metricSeries",
                                                    Service::metricSeries), PEAK("load.peakToMean",
                                                            Service::peakToMean);

    private final String path;
    private final ToDoubleFunction<Service> value;

    Field(String path, ToDoubleFunction<Service> value) {
        this.path = path;
        this.value = value;
    }

    static Optional<Field> of(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }

    /** As the estate document writes it. */
    String path() {
        return path;
    }

    boolean stated(Service service) {
        return !Double.isNaN(value.applyAsDouble(service));
    }

    /** The service with this field at a figure; what is used is a share of what is asked for. */
    Service stating(Service s, double figure, double cpuRequest, double memoryRequest) {
        return new Service(s.name(), s.team(), s.runtime(), is(REPLICAS, figure, s.replicas()),
                is(CPU_REQUEST, figure, s.cpuRequest()), is(CPU_USED, figure * cpuRequest, s.cpuUsed()),
                is(MEMORY_REQUEST, figure, s.memoryRequest()), is(MEMORY_USED, figure * memoryRequest, s.memoryUsed()),
                is(WORK_P50, figure, s.workP50()), is(WORK_P99, figure, s.workP99()), s.imageCompressed(),
                s.imageUnpacked(), s.layers(), is(PAYLOAD, figure, s.payload()),
                is(DEPLOYS, figure, s.deploysPerMonth()), is(LOG, figure, s.logBytes()),
                is(SERIES, figure, s.metricSeries()), is(PEAK, figure, s.peakToMean()), s.isolation(), s.pinned(),
                s.sidecars());
    }

    private double is(Field field, double stated, double otherwise) {
        return this == field ? stated : otherwise;
    }
}
