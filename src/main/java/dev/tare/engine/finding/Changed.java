package dev.tare.engine.finding;

import dev.tare.engine.CallGraph.Call;
import dev.tare.engine.CallGraph.Runtime;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service.Layer;
import dev.tare.engine.Service.Sidecar;
import dev.tare.engine.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Graphs and scenarios with a small change in them. */
final class Changed {
    private Changed() {}

    /** A service being changed. */
    static final class Draft {
        private final Service from;
        private final int position;
        int runtime;
        double replicas;
        double cpuRequest;
        double memoryRequest;
        double workP50;
        double workP99;
        double image;
        double unpacked;
        List<Layer> layers;
        double deploys;
        List<Sidecar> sidecars;

        private Draft(Service from, int position) {
            this.from = from;
            this.position = position;
            runtime = from.runtime();
            replicas = from.replicas();
            cpuRequest = from.cpuRequest();
            memoryRequest = from.memoryRequest();
            workP50 = from.workP50();
            workP99 = from.workP99();
            image = from.imageCompressed();
            unpacked = from.imageUnpacked();
            layers = from.layers();
            deploys = from.deploysPerMonth();
            sidecars = from.sidecars();
        }

        int position() {
            return position;
        }

        void without(Predicate<Sidecar> unwanted) {
            sidecars = sidecars.stream().filter(unwanted.negate()).toList();
        }

        /** As a service that does not say what it ships but its payload. */
        void withoutImage() {
            image = Double.NaN;
            unpacked = Double.NaN;
            layers = List.of();
        }

        private Service done() {
            return new Service(from.name(), from.team(), runtime, replicas, cpuRequest, from.cpuUsed(), memoryRequest,
                    from.memoryUsed(), workP50, workP99, image, unpacked, layers, from.payload(), deploys,
                    from.logBytes(), from.metricSeries(), from.peakToMean(), from.isolation(), from.pinned(),
                    sidecars);
        }
    }

    /** A graph in which some services are changed. */
    static CallGraph services(CallGraph graph, Collection<Integer> which, Consumer<Draft> change) {
        List<Service> services = new ArrayList<>(graph.services());
        for (int position : which) {
            Draft draft = new Draft(services.get(position), position);
            change.accept(draft);
            services.set(position, draft.done());
        }
        return new CallGraph(services, graph.calls(), graph.entries(), graph.runtimes());
    }

    /** A graph in which every service's work is so many times what it was. */
    static CallGraph work(CallGraph graph, double[] times) {
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            Draft draft = new Draft(graph.services().get(i), i);
            draft.workP50 *= times[i];
            draft.workP99 *= times[i];
            services.add(draft.done());
        }
        return new CallGraph(services, graph.calls(), graph.entries(), graph.runtimes());
    }

    /** A graph in which some calls are made once for each request. */
    static CallGraph once(CallGraph graph, Collection<Integer> which) {
        List<Call> calls = new ArrayList<>(graph.calls());
        for (int position : which) {
            Call call = calls.get(position);
            calls.set(position, new Call(call.from(), call.to(), call.mode(), 1, call.requestBytes(),
                    call.responseBytes()));
        }
        return new CallGraph(graph.services(), calls, graph.entries(), graph.runtimes());
    }

    /** A graph in which every runtime uses all the cores it is given. */
    static CallGraph manyCores(CallGraph graph) {
        return new CallGraph(graph.services(), graph.calls(), graph.entries(),
                graph.runtimes().stream().map(runtime -> new Runtime(runtime.id(), false, runtime.baseMemory(),
                        runtime.coldStart(), runtime.coldImage())).toList());
    }

    /** A graph in which some services do not run and nobody calls them; the places of the others stay. */
    static CallGraph without(CallGraph graph, Collection<Integer> gone) {
        List<Call> calls = graph.calls().stream()
                .filter(call -> !gone.contains(call.to()) && !gone.contains(call.from()))
                .toList();
        CallGraph off = services(graph, gone, draft -> draft.replicas = 0);
        return new CallGraph(off.services(), calls, graph.entries(), graph.runtimes());
    }

    /** Today with another grouping. */
    static Scenario grouped(Scenario today, int[] units) {
        return new Scenario(today.name(), today.shape(), Merge.numbered(units), today.today());
    }
}
