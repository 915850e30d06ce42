package dev.tare.engine.bill;

import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.CallGraph.Runtime;
import dev.tare.engine.Param;
import dev.tare.engine.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The services of a graph field by field, so that a pass over one field reads one array; NaN is "not stated". */
public final class Columns {
    final CallGraph graph;
    final int count;
    final int[] runtime;
    final double[] replicas;
    final double[] cpuRequest;
    final double[] cpuUsed;
    final double[] memoryRequest;
    final double[] memoryUsed;
    final double[] workP50;
    final double[] workP99;
    final double[] image;
    final double[] unpacked;
    final double[] payload;
    final double[] deploys;
    final double[] logBytes;
    final double[] series;
    final double[] peakToMean;
    final boolean[] pinned;
    final boolean sidecars;
    final boolean layers;
    final boolean[] layered;
    final boolean meshRegistered;
    final Mode[] modes;

    /** Reads the graph; throws {@link IllegalArgumentException} for a service of a runtime that is not there. */
    public Columns(CallGraph graph) {
        this.graph = graph;
        List<Service> services = graph.services();
        count = services.size();
        runtime = services.stream().mapToInt(Service::runtime).toArray();
        check();
        replicas = column(services, Service::replicas);
        cpuRequest = column(services, Service::cpuRequest);
        cpuUsed = column(services, Service::cpuUsed);
        memoryRequest = column(services, Service::memoryRequest);
        memoryUsed = column(services, Service::memoryUsed);
        workP50 = column(services, Service::workP50);
        workP99 = column(services, Service::workP99);
        image = column(services, Service::imageCompressed);
        unpacked = column(services, Service::imageUnpacked);
        payload = column(services, Service::payload);
        deploys = column(services, Service::deploysPerMonth);
        logBytes = column(services, Service::logBytes);
        series = column(services, Service::metricSeries);
        peakToMean = column(services, Service::peakToMean);
        pinned = new boolean[count];
        layered = new boolean[count];
        for (int s = 0; s < count; s++) {
            pinned[s] = services.get(s).pinned();
            layered[s] = !services.get(s).layers().isEmpty();
            image[s] = layered[s] ? layerBytes(services.get(s)) : image[s];
        }
        sidecars = services.stream().anyMatch(s -> !s.sidecars().isEmpty());
        layers = services.stream().anyMatch(s -> !s.layers().isEmpty());
        modes = graph.calls().stream().map(Call::mode).toArray(Mode[]::new);
        meshRegistered = services.stream().flatMap(s -> s.sidecars().stream())
                .anyMatch(sidecar -> sidecar.role() == Service.Role.MESH);
    }

    /**
     * The same services with one of them changed, sharing every column that stays the same; null where the change
     * reaches beyond the service's own figures.
     */
    @Nullable
    Columns with(int service, Service changed) {
        Service before = graph.services().get(service);
        boolean own = before.runtime() == changed.runtime() && before.pinned() == changed.pinned()
                && before.team().equals(changed.team()) && before.layers().equals(changed.layers())
                && before.sidecars().equals(changed.sidecars())
                && before.replicas() == 0 == (changed.replicas() == 0)
                && Double.isNaN(before.imageCompressed()) == Double.isNaN(changed.imageCompressed());
        return own ? new Columns(this, service, changed) : null;
    }

    /** Whether no service works longer or is granted other memory than there, so that nobody waits longer for it. */
    boolean sameWaits(Columns other) {
        return workP50 == other.workP50 && workP99 == other.workP99 && memoryRequest == other.memoryRequest
                && memoryUsed == other.memoryUsed;
    }

    private Columns(Columns before, int service, Service changed) {
        List<Service> services = new ArrayList<>(before.graph.services());
        services.set(service, changed);
        graph = new CallGraph(services, before.graph.calls(), before.graph.entries(), before.graph.runtimes());
        count = before.count;
        runtime = before.runtime;
        replicas = with(before.replicas, service, changed.replicas());
        cpuRequest = with(before.cpuRequest, service, changed.cpuRequest());
        cpuUsed = with(before.cpuUsed, service, changed.cpuUsed());
        memoryRequest = with(before.memoryRequest, service, changed.memoryRequest());
        memoryUsed = with(before.memoryUsed, service, changed.memoryUsed());
        workP50 = with(before.workP50, service, changed.workP50());
        workP99 = with(before.workP99, service, changed.workP99());
        image = before.layered[service] ? before.image : with(before.image, service, changed.imageCompressed());
        unpacked = with(before.unpacked, service, changed.imageUnpacked());
        payload = with(before.payload, service, changed.payload());
        deploys = with(before.deploys, service, changed.deploysPerMonth());
        logBytes = with(before.logBytes, service, changed.logBytes());
        series = with(before.series, service, changed.metricSeries());
        peakToMean = with(before.peakToMean, service, changed.peakToMean());
        pinned = before.pinned;
        sidecars = before.sidecars;
        layers = before.layers;
        layered = before.layered;
        meshRegistered = before.meshRegistered;
        modes = before.modes;
    }

    private static double[] with(double[] column, int service, double value) {
        if (Double.compare(column[service], value) == 0) {
            return column;
        }
        double[] copy = column.clone();
        copy[service] = value;
        return copy;
    }

    /** A service whose registered replicas are none: it needs nothing and carries nothing. */
    boolean off(int service) {
        return replicas[service] == 0;
    }

    /** Whether the service registers the size of its image, whole or by layers. */
    boolean imageStated(int service) {
        return !Double.isNaN(image[service]);
    }

    /** Language families; at least one, so that a service always has one. */
    int runtimes() {
        return Math.max(1, graph.runtimes().size());
    }

    /** Whether a process of this runtime can use one core only. */
    boolean oneCore(int runtime) {
        return !graph.runtimes().isEmpty() && graph.runtimes().get(runtime).oneCore();
    }

    /** Bytes a process of this runtime takes before it holds anything of the application. */
    double baseMemory(int runtime, double[] values) {
        return graph.runtimes().isEmpty() ? 0 : value(graph.runtimes().get(runtime).baseMemory(), values);
    }

    /** Milliseconds of this runtime's cold start as a function: its own where known, else the shape's. */
    double coldStart(int runtime, Terms terms) {
        if (graph.runtimes().isEmpty()) {
            return terms.of(Param.FUNCTION_COLD_START);
        }
        Runtime known = graph.runtimes().get(runtime);
        int slot = terms.of(Param.FUNCTION_FROM_IMAGE) > 0 ? known.coldImage() : known.coldStart();
        return slot < 0 ? terms.of(Param.FUNCTION_COLD_START) : terms.values()[slot];
    }

    private static double layerBytes(Service service) {
        Map<String, Double> once = new TreeMap<>();
        service.layers().forEach(layer -> once.merge(layer.digest(), layer.bytes(), Math::max));
        return once.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double value(int slot, double[] values) {
        return slot < 0 ? 0 : values[slot];
    }

    private void check() {
        List<Runtime> known = graph.runtimes();
        int most = Arrays.stream(runtime).max().orElse(0);
        int least = Arrays.stream(runtime).min().orElse(0);
        if (least < 0 || most >= runtimes()) {
            throw new IllegalArgumentException(
                    "expected a runtime below " + known.size() + ", found " + (least < 0 ? least : most));
        }
    }

    private static double[] column(List<Service> services, ToDoubleFunction<Service> field) {
        return services.stream().mapToDouble(field).toArray();
    }
}
