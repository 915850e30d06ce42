package dev.tare.intake.prometheus;

import dev.tare.intake.prometheus.Edges.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The service graph that Tempo's metrics generator and OpenTelemetry's connector make of traces.
 *
 * @see <a href="https://grafana.com/docs/tempo/latest/metrics-from-traces/service_graphs/">what they count</a>
 */
final class TraceGraph {
    static final String METRIC = "traces_service_graph_request_total";
    private static final String FAILED = "traces_service_graph_request_failed_total";
    private static final String BUCKETS = "traces_service_graph_request_client_seconds_bucket";
    private static final String BY = "client, server, connection_type";
    private static final String VIRTUAL = "virtual_node";
    private static final String OUTSIDE = "user";
    private static final double MS = 1e3;

    private final Services services;
    private final Predicate<String> ours;
    private final Map<String, Double> failed = new TreeMap<>();
    private final Map<String, Double> all = new TreeMap<>();

    /** Only services that are ours; who else calls them is outside. */
    TraceGraph(Services services, Predicate<String> ours) {
        this.services = services;
        this.ours = ours;
    }

    Edges read(Server server, String format, Window window) {
        String query = "sum by (" + BY + ") (rate(" + METRIC + window.range() + "))";
        Edges edges = new Edges(format, server.name(), query, window);
        server.query(query, window.end()).forEach(row -> carry(edges, row));
        for (Map.Entry<String, String> quantile : Map.of("p50", "0.5", "p99", "0.99").entrySet()) {
            server.query("histogram_quantile(" + quantile.getValue() + ", sum by (le, " + BY + ") (rate(" + BUCKETS
                    + window.range() + ")))", window.end()).stream().filter(this::isCall)
                    .forEach(row -> edges.fact(edge(row), quantile.getKey(), row.value() * MS));
        }
        server.query("sum by (" + BY + ") (rate(" + FAILED + window.range() + "))", window.end()).stream()
                .filter(row -> row.value() > 0 && isCall(row))
                .forEach(row -> failed.merge(label(row), row.value(), Double::sum));
        return edges;
    }

    private void carry(Edges edges, Row row) {
        String client = row.label("client");
        String server = row.label("server");
        boolean virtual = row.label("connection_type").equals(VIRTUAL);
        if (client.isEmpty() || server.isEmpty()) {
            return;
        }
        all.merge(label(row), row.value(), Double::sum);
        if (!isOurs(client)) {
            if (isOurs(server)) {
                edges.enter(service(server), row.value());
            }
        } else if (row.label("connection_type").equals("database")) {
            services.of(new Workload("", client)).stores.add(server);
            edges.store(service(client));
        } else if (virtual || !isOurs(server)) {
            edges.leave(service(client), server);
        } else {
            edges.call(edge(row), row.value());
        }
    }

    private boolean isOurs(String name) {
        return !name.isEmpty() && !name.equals(OUTSIDE) && ours.test(name);
    }

    private boolean isCall(Row row) {
        return isOurs(row.label("client")) && isOurs(row.label("server"))
                && !List.of(VIRTUAL, "database").contains(row.label("connection_type"));
    }

    private Edge edge(Row row) {
        return new Edge(service(row.label("client")), service(row.label("server")),
                row.label("connection_type").equals("messaging_system"));
    }

    private String service(String name) {
        return services.of(new Workload("", name)).name;
    }

    private static String label(Row row) {
        return row.label("client") + " → " + row.label("server");
    }

    /** Calls that failed, as {@code a → b 2.1 %}, the most frequent first. */
    List<String> failures() {
        List<String> shares = new ArrayList<>();
        failed.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(each -> shares.add(each.getKey()
                        + " %.2g %%"
                                .formatted(100 * each.getValue() / all.getOrDefault(each.getKey(), each.getValue()))));
        return shares;
    }
}
