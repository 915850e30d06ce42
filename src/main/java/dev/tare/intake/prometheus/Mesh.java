package dev.tare.intake.prometheus;

import dev.tare.intake.prometheus.Edges.Edge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What Istio's proxies count. Caller and callee both report a request: of each pair the larger report is taken, so that
 * a request counts once and a side without a proxy is no gap.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/metrics/">the metrics and their labels</a>
 */
final class Mesh {
    static final String METRIC = "istio_requests_total";
    private static final String UNKNOWN = "unknown";
    private static final String PAIR = "source_workload, source_workload_namespace, destination_workload, "
            + "destination_workload_namespace";
    private static final String CLUSTER = ".svc.cluster.local";
    private static final Pattern NOWHERE = Pattern.compile("unknown|.*passthroughcluster.*|blackholecluster",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GATEWAY = Pattern.compile(".*ingress-?gateway.*|ingress-nginx.*|.*-gateway-istio");
    private static final List<Fact> FACTS = List.of(
            new Fact("p50", "histogram_quantile(0.5, sum by (le, %1$s) (rate("
                    + "istio_request_duration_milliseconds_bucket{reporter=~\"source|waypoint\"}%2$s)))"),
            new Fact("p99", "histogram_quantile(0.99, sum by (le, %1$s) (rate("
                    + "istio_request_duration_milliseconds_bucket{reporter=~\"source|waypoint\"}%2$s)))"),
            new Fact("requestBytes", "sum by (%1$s) (rate(istio_request_bytes_sum%2$s)) / "
                    + "sum by (%1$s) (rate(istio_request_bytes_count%2$s))"),
            new Fact("responseBytes", "sum by (%1$s) (rate(istio_response_bytes_sum%2$s)) / "
                    + "sum by (%1$s) (rate(istio_response_bytes_count%2$s))"));

    private final Services services;
    private final Set<String> namespaces;
    private final Set<String> reporters = new TreeSet<>();
    private double nowhere;

    /** A field of calls, and how it is asked for. */
    record Fact(String field, String query) {}

    /** Workloads at both ends, as the labels name them. */
    private record Ends(Workload from, Workload to) {
        static Ends of(Row row) {
            return new Ends(new Workload(row.label("source_workload_namespace"), row.label("source_workload")),
                    new Workload(row.label("destination_workload_namespace"), row.label("destination_workload")));
        }
    }

    Mesh(Services services, List<String> namespaces) {
        this.services = services;
        this.namespaces = Set.copyOf(namespaces);
    }

    Edges read(Server server, String format, Window window) {
        String query = "sum by (reporter, " + PAIR + ", destination_service, destination_service_name) (rate(" + METRIC
                + window.range() + "))";
        List<Row> rows = server.query(query, window.end());
        rows.forEach(row -> reporters.add(row.label("reporter")));
        Edges edges = new Edges(format, server.name(), query, window);
        named(rows);
        Map<List<String>, Row> best = new LinkedHashMap<>();
        sums(rows).forEach((key, row) -> best.merge(key.subList(0, 2), row,
                (one, other) -> one.value() >= other.value() ? one : other));
        best.values().forEach(row -> carry(edges, row));
        for (Fact fact : FACTS) {
            server.query(fact.query().formatted(PAIR, window.range()), window.end()).forEach(row -> edge(row)
                    .ifPresent(edge -> edges.fact(edge, fact.field(), row.value())));
        }
        return edges;
    }

    /** One row for each pair and reporter, with the sum over the names it was called by; hosts outside are kept apart. */
    private static Map<List<String>, Row> sums(List<Row> rows) {
        Map<List<String>, Row> sums = new LinkedHashMap<>();
        for (Row row : rows) {
            Ends ends = Ends.of(row);
            String host = isKnown(ends.to()) ? "" : row.label("destination_service");
            sums.merge(List.of(ends.toString(), host, row.label("reporter")), row,
                    (one, other) -> new Row(one.labels(), one.value() + other.value()));
        }
        return sums;
    }

    /** Names of the cluster that lead to one workload alone are other names of it. */
    private void named(List<Row> rows) {
        Map<List<String>, Set<Workload>> behind = new HashMap<>();
        rows.stream().filter(row -> isOurs(Ends.of(row).to())).forEach(row -> behind
                .computeIfAbsent(List.of(row.label("destination_service_name"), row.label("destination_service")),
                        key -> new HashSet<>())
                .add(Ends.of(row).to()));
        behind.forEach((name, workloads) -> {
            Workload only = workloads.iterator().next();
            if (workloads.size() == 1 && !name.getFirst().isEmpty() && !NOWHERE.matcher(name.getFirst()).matches()
                    && !name.getFirst().equals(only.name())) {
                services.of(only).aliases.add(name.getFirst());
            }
        });
    }

    private void carry(Edges edges, Row row) {
        Ends ends = Ends.of(row);
        boolean fromUs = isOurs(ends.from());
        Optional<Workload> to = callee(row);
        if (to.isPresent() && isOurs(to.get())) {
            String callee = services.of(to.get()).name;
            if (fromUs) {
                edges.call(new Edge(services.of(ends.from()).name, callee, false), row.value());
            } else {
                edges.enter(callee, row.value());
            }
        } else if (fromUs) {
            leave(edges, services.of(ends.from()).name, row, to);
        }
    }

    private void leave(Edges edges, String from, Row row, Optional<Workload> to) {
        String host = to.map(workload -> workload.name() + "." + workload.namespace())
                .orElse(row.label("destination_service").isEmpty()
                        ? row.label("destination_service_name")
                        : row.label("destination_service"));
        if (host.isEmpty() || NOWHERE.matcher(host).matches()) {
            nowhere += row.value();
        } else {
            edges.leave(from, host);
        }
    }

    /** The workload that answers, or a name of the cluster behind which no proxy reports. */
    private static Optional<Workload> callee(Row row) {
        Workload to = Ends.of(row).to();
        String service = row.label("destination_service");
        if (isKnown(to) || !service.endsWith(CLUSTER)) {
            return Optional.of(to).filter(Mesh::isKnown);
        }
        String[] parts = service.substring(0, service.length() - CLUSTER.length()).split("\\.");
        return parts.length == 2 ? Optional.of(new Workload(parts[1], parts[0])) : Optional.empty();
    }

    private Optional<Edge> edge(Row row) {
        Ends ends = Ends.of(row);
        return isOurs(ends.from()) && isOurs(ends.to())
                ? Optional.of(new Edge(services.of(ends.from()).name, services.of(ends.to()).name, false))
                : Optional.empty();
    }

    private static boolean isKnown(Workload workload) {
        return !workload.name().isEmpty() && !workload.name().equals(UNKNOWN);
    }

    /** Neither outside nor what lets the outside in. */
    private boolean isOurs(Workload workload) {
        return isKnown(workload) && !GATEWAY.matcher(workload.name()).matches()
                && (namespaces.isEmpty() || namespaces.contains(workload.namespace()));
    }

    /** How the mesh is wired: with a proxy beside each replica, or with shared ones that read requests. */
    String wiring() {
        return reporters.contains("waypoint") && !reporters.contains("source") ? "istio-ambient-l7" : "istio-sidecar";
    }

    /** Calls a second to where the mesh does not know. */
    double nowhere() {
        return nowhere;
    }
}
