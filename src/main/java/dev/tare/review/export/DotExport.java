package dev.tare.review.export;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Service;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The call graph for Graphviz: a box a service, a frame a team; start-up order is dotted, asynchronous calls are dashed. */
@Component
final class DotExport implements ExportFormat {
    @Override
    public String name() {
        return "dot";
    }

    @Override
    public String title() {
        return "DOT";
    }

    @Override
    public String holds() {
        return "The call graph by team for Graphviz and everything that draws DOT.";
    }

    @Override
    public MediaType type() {
        return new MediaType("text", "vnd.graphviz");
    }

    @Override
    public String extension() {
        return "dot";
    }

    @Override
    public String write(Parcel parcel) {
        Graph graph = new Graph(parcel.document());
        StringBuilder dot = new StringBuilder("digraph ").append(quoted(parcel.document().name()))
                .append(" {\n  rankdir=LR;\n  node [shape=box];\n");
        int[] frames = { 0 };
        graph.teams().forEach((team, services) -> {
            if (!team.isEmpty()) {
                dot.append("  subgraph cluster_").append(frames[0]++).append(" {\n  label=").append(quoted(team))
                        .append(";\n");
            }
            services.forEach(service -> node(dot, graph, service));
            dot.append(team.isEmpty() ? "" : "  }\n");
        });
        parcel.document().calls().forEach(call -> edge(dot, graph, call));
        int[] hosts = { 0 };
        parcel.document().external().forEach(host -> external(dot, graph, host, "x" + hosts[0]++));
        return dot.append("}\n").toString();
    }

    private static void node(StringBuilder dot, Graph graph, Service service) {
        dot.append("  ").append(graph.id(service.name())).append(" [label=").append(quoted(service.name()))
                .append("];\n");
    }

    private static void edge(StringBuilder dot, Graph graph, Call call) {
        String style = !Graph.isCall(call) ? "dotted" : Graph.isAsync(call) ? "dashed" : "solid";
        dot.append("  ").append(graph.id(call.from())).append(" -> ").append(graph.id(call.to())).append(" [style=")
                .append(style);
        String words = Graph.words(call);
        dot.append(words.isEmpty() ? "" : ", label=" + quoted(words)).append("];\n");
    }

    private static void external(StringBuilder dot, Graph graph, External host, String id) {
        dot.append("  ").append(id).append(" [shape=ellipse, style=dashed, label=").append(quoted(host.host()))
                .append("];\n");
        host.from().forEach(from -> dot.append("  ").append(graph.id(from)).append(" -> ").append(id).append(";\n"));
    }

    private static String quoted(String text) {
        return "\"" + Graph.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
