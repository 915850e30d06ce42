package dev.tare.engine.finding;

import dev.tare.engine.Alternative;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Param;
import dev.tare.engine.Scenario;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import dev.tare.engine.Service.Role;
import dev.tare.engine.Service.Sidecar;
import java.util.List;
import java.util.Set;

/**
 * Containers running for each thing deployed. Takes the helpers that watch from beside the replicas and leaves one
 * agent on each node; where that is not enough, the mesh's proxies too.
 */
final class SidecarExplosion implements Pattern {
    private static final Set<Role> WATCHING = Set.of(Role.LOGGING, Role.METRICS, Role.SECURITY);

    @Override
    public String code() {
        return "sidecar-explosion";
    }

    @Override
    public String title() {
        return "Sidecar explosion";
    }

    @Override
    public Outcome look(Look look) {
        double limit = look.threshold(Threshold.CONTAINERS);
        List<Integer> crowded = look.running(service -> containers(look, service, look.graph) >= limit);
        if (crowded.isEmpty()) {
            return CLEAR;
        }
        CallGraph watched = without(look, crowded, WATCHING);
        boolean enough = crowded.stream().allMatch(service -> containers(look, service, watched) < limit);
        return enough ? moveWatching(look, crowded, watched) : moveMesh(look, crowded);
    }

    private Outcome moveWatching(Look look, List<Integer> crowded, CallGraph watched) {
        List<Part> lines = List.of(Part.MONITORING);
        return found(crowded, evidence(look, crowded), look.saving(watched, onNodes(look), lines), lines,
                Sentence.of("Watch from one agent on each node instead of beside every replica of ")
                        .say(look.names(crowded) + "."));
    }

    private Outcome moveMesh(Look look, List<Integer> crowded) {
        List<Part> lines = List.of(Part.MONITORING, Part.MESH);
        CallGraph bare = without(look, crowded, Set.of(Role.LOGGING, Role.METRICS, Role.SECURITY, Role.MESH));
        Scenario scenario = look.alternative(Alternative.NODE_MESH).orElseGet(() -> onNodes(look));
        return found(crowded, evidence(look, crowded), look.saving(bare, scenario, lines), lines,
                Sentence.of("Watch from one agent on each node, and carry the mesh from each node too, instead of "
                        + "beside every replica of ").say(look.names(crowded) + "."));
    }

    private static Sentence.Draft evidence(Look look, List<Integer> crowded) {
        double things = crowded.stream().mapToDouble(look::replicas).sum();
        double containers = crowded.stream()
                .mapToDouble(service -> look.replicas(service) * containers(look, service, look.graph)).sum();
        return Sentence.of("").count(Math.round(containers), "container").say(" run where ")
                .count(Math.round(things), "replica").say(" of ").count(crowded.size(), "service")
                .say(" do the work: ").figure(containers / things, Unit.NUMBER)
                .say(" for each thing deployed, counted from ")
                .figure(look.threshold(Threshold.CONTAINERS), Unit.NUMBER).say(" on.");
    }

    /** Containers of one replica: its own, its registered helpers, and the shape's proxy where none is registered. */
    private static double containers(Look look, int service, CallGraph graph) {
        boolean registered = look.graph.services().stream().flatMap(each -> each.sidecars().stream())
                .anyMatch(sidecar -> sidecar.role() == Role.MESH);
        return 1 + graph.services().get(service).sidecars().size()
                + (registered ? 0 : look.value(Param.MESH_PROXIES));
    }

    private static CallGraph without(Look look, List<Integer> services, Set<Role> roles) {
        return Changed.services(look.graph, services, draft -> draft.without((Sidecar sidecar) -> roles
                .contains(sidecar.role())));
    }

    /** Today's shape where it has agents on nodes already. */
    private static Scenario onNodes(Look look) {
        return look.today.shape().slot(Param.AGENT_CPU) >= 0
                ? look.today
                : look.alternative(Alternative.NODE_AGENTS).orElse(look.today);
    }
}
