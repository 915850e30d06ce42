package dev.tare.engine.bill;

import dev.tare.engine.CallGraph;
import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Mode;
import dev.tare.engine.CallGraph.Runtime;
import dev.tare.engine.Param;
import dev.tare.engine.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

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
