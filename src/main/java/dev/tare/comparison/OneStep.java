package dev.tare.comparison;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Gift;
import dev.tare.catalogue.ImpossibleShape;
import dev.tare.catalogue.Option;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Scenario;
import dev.tare.engine.Service.Isolation;
import dev.tare.engine.Alternative;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shapes one step away from one that is asked for, as far as the catalogue lets them stand. */
final class OneStep {
    private static final List<String> SERVERS = List.of("vm-systemd", "freebsd-jails", "firecracker");
    private static final List<String> LARGE_SERVERS = List.of("own-servers");

    private final Catalogue catalogue;
    private final Asked asked;
    private final CallGraph graph;
    private final Walls walls;
    private final Map<Alternative, Scenario> found = new EnumMap<>(Alternative.class);

    private OneStep(Catalogue catalogue, Asked asked, CallGraph graph) {
        this.catalogue = catalogue;
        this.asked = asked;
        this.walls = new Walls(catalogue, asked);
        this.graph = graph;
    }

    static Map<Alternative, Scenario> from(Catalogue catalogue, Asked asked, CallGraph graph) {
        return new OneStep(catalogue, asked, graph).all();
    }

    private Map<Alternative, Scenario> all() {
        if (tagged(Axis.WIRING, "mesh")) {
            step(Alternative.NO_MESH, Axis.WIRING, "network");
        }
        if (tagged(Axis.WIRING, "sidecar-mesh") && tagged(Axis.WIRING, "istio")) {
            step(Alternative.NODE_MESH, Axis.WIRING, "istio-ambient-l4");
        }
        step(Alternative.NODE_AGENTS, Axis.WATCHING, "agent-per-host");
        step(Alternative.OS_TOOLS, Axis.WATCHING, "os-tools");
        if (tagged(Axis.PACKAGING, "oci")) {
            step(Alternative.SMALL_BASE, Axis.PACKAGING, "oci-distroless");
        }
        servers(Alternative.ONE_SERVER, SERVERS);
        servers(Alternative.ONE_LARGE_SERVER, LARGE_SERVERS);
        return found;
    }

    private boolean tagged(Axis axis, String tag) {
        return asked.options().stream().anyMatch(option -> option.axis() == axis && option.tags().contains(tag));
    }

    /** Today with another option on one axis; nothing where it is that option already, or cannot be. */
    private void step(Alternative which, Axis axis, String option) {
        String now = asked.axes().getOrDefault(axis.id(), "").replaceFirst("@.*", "");
        Map<String, String> axes = new LinkedHashMap<>(asked.axes());
        axes.put(axis.id(), option);
        if (!now.equals(option) && catalogue.refusals(axes).isEmpty()) {
            String name = catalogue.options(axis).stream().filter(each -> each.id().equals(option)).findFirst()
                    .map(Option::name).orElse(option);
            found.put(which, new Scenario(name, catalogue.shape(axes), asked.scenario().units(),
                    asked.scenario().today()));
        }
    }

    /** The first of these presets whose walls are as strong as any service needs. */
    private void servers(Alternative which, List<String> presets) {
        presets.stream().map(catalogue::preset).filter(preset -> Walls.of(catalogue.chosen(preset.axes())) >= needed())
                .findFirst()
                .flatMap(preset -> oneProcess(preset.name(), preset.axes()))
                .ifPresent(scenario -> found.put(which, scenario));
    }

    private Optional<Scenario> oneProcess(String name, Map<String, String> preset) {
        Map<String, String> axes = new LinkedHashMap<>(preset);
        axes.put(Axis.GROUPING.id(), needed() > 0 ? "hand-made" : "all-in-one");
        try {
            return Optional.of(new Scenario(name, catalogue.shape(axes), units(), false));
        } catch (ImpossibleShape _) {
            return Optional.empty();
        }
    }

    /** One unit for all that may share a process, and one for each service that may not. */
    private int[] units() {
        int[] units = new int[graph.services().size()];
        boolean shared = graph.services().stream().anyMatch(service -> service.isolation() == Isolation.NONE);
        int next = shared ? 1 : 0;
        for (int service = 0; service < units.length; service++) {
            units[service] = graph.services().get(service).isolation() == Isolation.NONE ? 0 : next++;
        }
        return units;
    }

    private int needed() {
        return graph.services().stream().mapToInt(service -> walls.needed(service.isolation())).max().orElse(0);
    }
}
