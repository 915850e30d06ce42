package dev.tare.intake.kiali;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.intake.Claims;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.kiali.Graph.Edge;
import dev.tare.intake.kiali.Node.Role;
import dev.tare.intake.trace.Flow;
import dev.tare.intake.trace.Flow.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Graphs as an estate. A name of the cluster that stands between caller and workloads is passed through: what goes in
 * is shared out as it comes out.
 */
final class GraphDraft {
    /** More than any mesh has; two names with thousands at both sides would make millions of pairs. */
    private static final int MOST_SHARES = 2_000_000;

    private final String format;
    private final String file;
    private final Graph graph;
    /** The ids of the nodes that are services. */
    private final Set<String> services = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> namesakes = new HashMap<>();
    /** The names of the mesh's own proxies. */
    private final Set<String> proxies = new HashSet<>();
    private final Flow flow = new Flow();
    private final Set<Pair> bytes = new HashSet<>();
    private final Map<String, TreeSet<String>> hosts = new TreeMap<>();
    private long shares;

    GraphDraft(String format, String file, Graph graph) {
        this.format = format;
        this.file = file;
        this.graph = graph;
        graph.nodes().stream().filter(this::runs).forEach(node -> services.add(node.id()));
        services().forEach(node -> flow.add(name(node)));
        services().filter(node -> node.role() == Role.WAYPOINT).forEach(node -> proxies.add(name(node)));
    }

    Draft draft(List<FileRead> files) {
        graph.edges().forEach(this::carry);
        List<Service> drafted = services().map(this::service).toList();
        List<Call> calls = flow.edges().entrySet().stream().map(edge -> call(edge.getKey(), edge.getValue())).toList();
        List<Entry> entries = flow.names().stream().filter(name -> flow.entering(name) > 0 || flow.isUncalled(name))
                .filter(this::isNoProxy).map(this::entry).toList();
        List<External> external = hosts.entrySet().stream()
                .map(host -> new External(host.getKey(), List.copyOf(host.getValue()))).toList();
        return new Draft(new EstateDocument(EstateDocument.VERSION, "", null, drafted.isEmpty() ? null : today(),
                List.of(), drafted, calls, entries, external), files, findings());
    }

    /** A name of the cluster is a service itself when no workload behind it is drawn. */
    private boolean runs(Node node) {
        return switch (node.role()) {
            case SERVICE, WAYPOINT -> true;
            case NAME -> graph.leaving(node).stream().noneMatch(edge -> edge.to().role() == Role.SERVICE);
            case HOST, OUTSIDE, BOX -> false;
        };
    }

    private Stream<Node> services() {
        return graph.nodes().stream().filter(this::isService);
    }

    private boolean isService(Node node) {
        return services.contains(node.id());
    }

    private boolean isNoProxy(String name) {
        return !proxies.contains(name);
    }

    private void carry(Edge edge) {
        if (edge.from().role() == Role.OUTSIDE) {
            enter(edge.to(), edge.traffic().requests());
        } else if (isService(edge.from())) {
            carry(edge.from(), edge.to(), edge.traffic(), edge.traffic().requests());
        }
    }

    private void enter(Node to, double requests) {
        if (isService(to)) {
            flow.enter(name(to), requests);
        } else if (to.role() == Role.NAME) {
            share(to, requests).forEach((node, amount) -> flow.enter(name(node), amount));
        }
    }

    private void carry(Node from, Node to, Traffic traffic, double requests) {
        if (to.role() == Role.HOST || to.role() == Role.OUTSIDE) {
            hosts.computeIfAbsent(to.name(), host -> new TreeSet<>()).add(name(from));
        } else if (to.role() != Role.BOX && isService(to)) {
            flow.add(name(from), name(to), requests);
            if (traffic.isBytes()) {
                bytes.add(new Pair(name(from), name(to)));
            }
        } else if (to.role() == Role.NAME) {
            share(to, requests).forEach((node, amount) -> carry(from, node, traffic, amount));
        }
    }

    /** What goes into a name, shared out over the workloads behind it. */
    private Map<Node, Double> share(Node name, double requests) {
        List<Edge> out = graph.leaving(name).stream().filter(edge -> isService(edge.to())).toList();
        shares += out.size();
        if (shares > MOST_SHARES) {
            throw ImportFailed.tooLarge(file, "at most " + MOST_SHARES + " ways through names of the cluster");
        }
        double all = out.stream().mapToDouble(edge -> edge.traffic().requests()).sum();
        Map<Node, Double> shares = new LinkedHashMap<>();
        out.forEach(edge -> shares.merge(edge.to(),
                all > 0 ? requests * edge.traffic().requests() / all : requests / out.size(), Double::sum));
        return shares;
    }

    /** Its name; a namesake in another namespace carries its own. */
    private String name(Node node) {
        return names.computeIfAbsent(node.id(), id -> {
            String qualified = node.name() + "." + node.namespace();
            String free = node.name();
            boolean isFree = taken.add(free);
            if (!isFree) {
                free = qualified;
                isFree = taken.add(free);
            }
            while (!isFree) {
                free = qualified + "-" + namesakes.merge(qualified, 2, (last, two) -> last + 1);
                isFree = taken.add(free);
            }
            return free;
        });
    }

    private Service service(Node node) {
        Service service = new Service(name(node), aliases(node), null, node.role() == Role.WAYPOINT ? "waypoint" : null,
                node.namespace().isEmpty() ? null : node.namespace(), null, null, null, null, null, null, null, null,
                List.of(), null, null, null, null, List.of(), List.of(), List.of());
        return Claims.stamp(service, format, file, Map.of());
    }

    private List<String> aliases(Node node) {
        return graph.namesOf(node).stream().filter(alias -> !alias.equals(name(node))).toList();
    }

    private Call call(Pair pair, double amount) {
        double requests = flow.requests(pair.from());
        boolean proxy = !isNoProxy(pair.from()) || !isNoProxy(pair.to());
        boolean onlyBytes = bytes.contains(pair) && amount == 0;
        Double perRequest = proxy && onlyBytes ? Double.valueOf(0) : share(amount, requests);
        String detail = onlyBytes
                ? proxy ? "bytes that the waypoint carries for other calls" : "bytes, no requests are counted"
                : "%.6g of %s%.6g requests a second at %s".formatted(amount,
                        flow.isSupposed(pair.from()) ? "supposed " : "", requests, pair.from());
        return new Call(pair.from(), pair.to(), "call", null, perRequest, null, null, null, null, null,
                Claims.ofCall(format, file, perRequest, null, null, detail));
    }

    private static @Nullable Double share(double amount, double requests) {
        return amount > 0 && requests > 0 ? amount / requests : null;
    }

    private Entry entry(String name) {
        double rate = flow.entering(name);
        return new Entry(name, rate > 0 ? rate : null, null);
    }

    /** A mesh saw this, so Kubernetes with one runs today. */
    private Today today() {
        String wiring = graph.hasWaypoints()
                ? "istio-ambient-l7"
                : graph.isAmbient() ? "istio-ambient-l4" : "istio-sidecar";
        return new Today("kubernetes", graph.isPartlyOutOfMesh() ? null : Map.of("wiring", wiring), "one-each");
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (flow.edges().isEmpty()) {
            findings.add(Finding.of(Severity.WARNING, "no-calls", "0 call edges found here: nothing called anything.",
                    "Export the graph over a longer time."));
        }
        if (!bytes.isEmpty()) {
            findings.add(Finding.of(Severity.WARNING, "bytes-only", bytes.size() + (bytes.size() == 1
                    ? " call is"
                    : " calls are") + " counted in bytes, so calls per request do not follow.",
                    "Enter calls per request for them."));
        }
        List<String> supposed = flow.names().stream().filter(flow::isSupposed).limit(5).toList();
        if (!supposed.isEmpty()) {
            findings.add(Finding.of(Severity.INFO, "requests-supposed", "Nothing is seen to call "
                    + String.join(", ", supposed) + ": its most frequent call is taken as once a request.", null));
        }
        findings.add(Finding.of(Severity.INFO, "depth-from-graph",
                "A graph's edges are one hop each: depth follows from it and was not observed.", null));
        return findings;
    }
}
