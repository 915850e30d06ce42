package dev.tare.intake.kubernetes;

import dev.tare.estate.EstateDocument.Entry;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where requests come in: Services that are reachable from outside, and what routes point to. Rates are not known. */
final class EntryPoints {
    private static final Set<String> ROUTES = Set.of("Ingress", "HTTPRoute", "GRPCRoute", "VirtualService", "Route");

    private final Set<String> entries = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    EntryPoints(List<KubeObject> objects, Names names) {
        for (Map.Entry<KubeObject, List<Workload>> service : names.services().entrySet()) {
            String type = service.getKey().at("spec").value("type").orElse("");
            if (type.equals("LoadBalancer") || type.equals("NodePort")) {
                add(service.getKey(), service.getValue(), "is of type " + type);
            }
            if (PodTemplate.isKnative(service.getKey()) && !isInside(service.getKey())) {
                add(service.getKey(), service.getValue(), "is one of Knative, which has an address outside");
            }
        }
        objects.stream().filter(object -> ROUTES.contains(object.kind())).forEach(route -> route(route, names));
        if (entries.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.of(Severity.INFO, "no-entry",
                    "No entry point is declared: no Service for the outside and no route leads to a workload.",
                    "Say which services receive outside requests, and how many a second."));
        }
    }

    private static boolean isInside(KubeObject service) {
        return service.at("metadata", "labels").value("networking.knative.dev/visibility")
                .filter("cluster-local"::equals).isPresent();
    }

    private void route(KubeObject route, Names names) {
        boolean insideOnly = route.kind().equals("VirtualService") && route.at("spec", "gateways").items().stream()
                .noneMatch(gateway -> gateway.value().filter(name -> !name.equals("mesh")).isPresent());
        if (!insideOnly) {
            backends(route.at("spec")).distinct().forEach(host -> names.services().forEach((service, workloads) -> {
                if (leadsTo(host, route, service)) {
                    add(service, workloads, "is behind " + route.label());
                }
            }));
        }
    }

    private static boolean leadsTo(String host, KubeObject route, KubeObject service) {
        String name = service.name();
        return host.equals(name) && route.home().equals(service.home()) || host.equals(name + "." + service.home())
                || host.startsWith(name + "." + service.home() + ".svc");
    }

    /** The names of Services anywhere below a route's spec, however its version nests them. */
    private static Stream<String> backends(Tree node) {
        return switch (node) {
            case Tree.Scalar scalar -> Stream.empty();
            case Tree.Sequence sequence -> sequence.items().stream().flatMap(EntryPoints::backends);
            case Tree.Mapping mapping -> Stream.concat(named(mapping),
                    mapping.entries().values().stream().flatMap(EntryPoints::backends));
        };
    }

    private static Stream<String> named(Tree node) {
        return Stream.of(Stream.of(node.at("service", "name"), node.at("serviceName"), node.at("destination", "host")),
                node.at("backendRefs").items().stream().map(reference -> reference.at("name")),
                Stream.of(node.at("to")).filter(to -> to.value("kind").filter("Service"::equals).isPresent())
                        .map(to -> to.at("name")))
                .flatMap(places -> places).flatMap(place -> place.value().stream());
    }

    private void add(KubeObject service, List<Workload> behind, String why) {
        if (behind.size() == 1) {
            entries.add(behind.getFirst().name());
            findings.add(service.finding(Severity.INFO, "entry", behind.getFirst().name()
                    + " receives outside requests: Service " + service.name() + " " + why
                    + ". A manifest does not say how many.", "Type the requests a second at its entry point."));
        } else if (behind.size() > 1) {
            findings.add(service.finding(Severity.WARNING, "entry-of-several", "Service " + service.name() + " " + why
                    + " and leads to " + behind.size() + " workloads; none was made an entry point.",
                    "Say which of them receive outside requests, and how many."));
        }
    }

    List<Entry> entries() {
        return entries.stream().map(service -> new Entry(service, null, null)).toList();
    }

    List<Finding> findings() {
        return findings;
    }
}
