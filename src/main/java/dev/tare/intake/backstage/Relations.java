package dev.tare.intake.backstage;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls whom: who consumes an API calls those that provide it. A dependency says that one needs another, not that it
 * calls it, and is kept apart as start-up order.
 */
final class Relations {
    private static final String COMPONENT = "component";
    private static final String API = "api";
    private static final String CALL = "call";
    private static final String STARTUP_ORDER = "startup-order";

    private record Edge(Entity from, Entity to, String kind) {}

    private record Evidence(Set<Provenance> provenance, double share) {}

    private final Catalog catalog;
    private final Map<Entity, String> services;
    private final Map<Reference, Set<Entity>> providers = new LinkedHashMap<>();
    private final Map<Edge, Evidence> edges = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Relations(Catalog catalog, Map<Entity, String> services) {
        this.catalog = catalog;
        this.services = services;
        List<Entity> components = catalog.of(COMPONENT);
        components.forEach(one -> one.references("providesApis", API).forEach(api -> provides(one, api)));
        catalog.of(API).forEach(api -> api.references("apiProvidedBy", COMPONENT)
                .forEach(by -> catalog.find(by).ifPresent(one -> provides(one, api.reference()))));
        components.forEach(one -> one.references("consumesApis", API).forEach(api -> consumes(one, api)));
        catalog.of(API).forEach(api -> api.references("apiConsumedBy", COMPONENT)
                .forEach(by -> catalog.find(by).ifPresent(one -> consumes(one, api.reference()))));
        components.forEach(this::needs);
    }

    private void provides(Entity component, Reference api) {
        boolean known = catalog.find(api).isPresent();
        if (providers.computeIfAbsent(api, key -> new LinkedHashSet<>()).add(component) && !known) {
            missing(component, Severity.INFO, "provides", api);
        }
    }

    private void consumes(Entity component, Reference target) {
        List<Entity> behind = target.kind().equals(API)
                ? List.copyOf(providers.getOrDefault(target, Set.of()))
                : catalog.find(target).stream().toList();
        if (behind.isEmpty() && catalog.find(target).isPresent()) {
            findings.add(component.finding(Severity.WARNING, "api-without-provider", component.label() + " consumes "
                    + target.label() + ", which no component here provides: the call has no end.",
                    "Import the component that provides it, or add the call by hand."));
        } else if (behind.isEmpty()) {
            missing(component, Severity.WARNING, "consumes", target);
        }
        behind.forEach(to -> edge(component, to, CALL, 1.0 / behind.size(), "consumesApis " + target.label()));
    }

    private void needs(Entity component) {
        component.references("dependsOn", COMPONENT).forEach(target -> need(component, target, "depends on"));
        component.references("dependencyOf", COMPONENT).forEach(target -> catalog.find(target)
                .ifPresentOrElse(other -> edge(other, component, STARTUP_ORDER, 1, "dependencyOf"),
                        () -> missing(component, Severity.WARNING, "is a dependency of", target)));
        component.references("subcomponentOf", COMPONENT).stream().filter(target -> catalog.find(target).isEmpty())
                .forEach(target -> missing(component, Severity.INFO, "is part of", target));
    }

    private void need(Entity component, Reference target, String verb) {
        Optional<Entity> other = catalog.find(target);
        if (other.isEmpty()) {
            missing(component, Severity.WARNING, verb, target);
        } else if (target.kind().equals(COMPONENT)) {
            edge(component, other.get(), STARTUP_ORDER, 1, "dependsOn");
        }
    }

    private void missing(Entity component, Severity severity, String verb, Reference target) {
        findings.add(component.finding(severity, "missing-target",
                component.label() + " " + verb + " " + target.label() + ", which is not in these files.",
                "Import the file that declares it together with these."));
    }

    private void edge(Entity from, Entity to, String kind, double share, String detail) {
        if (from != to && services.containsKey(from) && services.containsKey(to)) {
            edges.computeIfAbsent(new Edge(from, to, kind), edge -> new Evidence(new LinkedHashSet<>(), share))
                    .provenance()
                    .add(new Provenance(BackstageReader.FORMAT, from.file(), from.label() + ", " + detail));
        }
    }

    List<Call> calls() {
        return edges.entrySet().stream().map(edge -> new Call(name(edge.getKey().from()), name(edge.getKey().to()),
                edge.getKey().kind(), null, edge.getValue().share() == 1 ? null : edge.getValue().share(), null, null,
                null, null, null, List.copyOf(edge.getValue().provenance()))).toList();
    }

    private String name(Entity entity) {
        return services.getOrDefault(entity, entity.name());
    }

    List<Finding> findings() {
        return findings;
    }
}
