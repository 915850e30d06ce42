package dev.tare.intake.compose;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.intake.container.HostPositions;
import dev.tare.intake.container.NamedHost;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Derives calls: a service that names another's host in its variables or command calls it. What a service waits for at
 * its start is kept apart, as start-up order.
 */
final class Calls {
    private static final String CALL = "call";
    private static final String STARTUP_ORDER = "startup-order";

    private record Edge(Part from, Part to, String kind) {}

    private record Evidence(Set<Provenance> provenance, double share) {}

    private final Names names;
    private final Map<Edge, Evidence> edges = new LinkedHashMap<>();
    private final Set<Part> called = new HashSet<>();
    private final Map<String, Set<Part>> outside = new TreeMap<>();

    Calls(List<Part> parts, Names names, Bundle bundle, Loader loader) {
        this.names = names;
        for (Part part : parts) {
            Environment.of(part, bundle, loader).forEach((name, variable) -> take(part,
                    HostPositions.inSetting(name, variable.value()), variable.file(), "variable " + name));
            take(part, HostPositions.inCommand(part.command()), part.file(), "command");
            part.spec().at("depends_on").entries()
                    .forEach((to, settings) -> order(part, to, "depends_on" + settings.value("condition")
                            .map(condition -> ", " + condition).orElse("")));
            part.links().values().forEach(to -> order(part, to, "links"));
        }
    }

    private void take(Part from, Collection<NamedHost> hosts, String file, String detail) {
        for (NamedHost host : hosts) {
            List<Part> targets = names.resolve(host, from);
            Part home = names.home(from);
            targets.stream().filter(to -> to != home).forEach(to -> {
                called.add(to);
                edges.computeIfAbsent(new Edge(home, to, CALL),
                        edge -> new Evidence(new LinkedHashSet<>(), 1.0 / targets.size())).provenance()
                        .add(new Provenance(ComposeReader.FORMAT, file, "service " + from.key() + ", " + detail));
            });
            if (targets.isEmpty() && !host.isLocal() && host.isSurelyAHost()) {
                outside.computeIfAbsent(host.host(), key -> new LinkedHashSet<>()).add(home);
            }
        }
    }

    private void order(Part from, String to, String detail) {
        Part home = names.home(from);
        Part target = names.home(to);
        if (target != null && target != home) {
            edges.computeIfAbsent(new Edge(home, target, STARTUP_ORDER),
                    edge -> new Evidence(new LinkedHashSet<>(), 1)).provenance()
                    .add(new Provenance(ComposeReader.FORMAT, from.file(), "service " + from.key() + ", " + detail));
        }
    }

    /** The calls, under the names the services have in the estate. */
    List<Call> calls(Map<Part, String> named) {
        return edges.entrySet().stream().map(edge -> new Call(name(named, edge.getKey().from()),
                name(named, edge.getKey().to()), edge.getKey().kind(), null,
                edge.getValue().share() == 1 ? null : edge.getValue().share(), null, null, null, null, null,
                List.copyOf(edge.getValue().provenance()))).toList();
    }

    /** Whether any other service is seen to call it. */
    boolean isCalled(Part part) {
        return called.contains(part);
    }

    boolean none() {
        return called.isEmpty();
    }

    List<External> external(Map<Part, String> named) {
        return outside.entrySet().stream().map(host -> new External(host.getKey(),
                host.getValue().stream().map(part -> name(named, part)).toList())).toList();
    }

    private static String name(Map<Part, String> named, Part part) {
        return named.getOrDefault(part, part.key());
    }
}
