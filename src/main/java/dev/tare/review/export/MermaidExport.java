package dev.tare.review.export;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The call graph as a Mermaid flowchart, which wikis and code hosts draw inside a page. */
@Component
final class MermaidExport implements ExportFormat {
    private static final Pattern LIST = Pattern.compile("[-+.]|\\d+\\.");
    private static final char MOST_ASCII = 127;

    @Override
    public String name() {
        return "mermaid";
    }

    @Override
    public String title() {
        return "Mermaid";
    }

    @Override
    public String holds() {
        return "The call graph by team as a flowchart that GitHub, GitLab and many wikis draw.";
    }

    @Override
    public MediaType type() {
        return new MediaType("text", "vnd.mermaid");
    }

    @Override
    public String extension() {
        return "mmd";
    }

    @Override
    public String write(Parcel parcel) {
        Graph graph = new Graph(parcel.document());
        StringBuilder chart = new StringBuilder("flowchart LR\n");
        int[] frames = { 0 };
        graph.teams().forEach((team, services) -> {
            if (!team.isEmpty()) {
                chart.append("  subgraph t").append(frames[0]++).append("[").append(quoted(team)).append("]\n");
            }
            services.forEach(service -> node(chart, graph, service));
            chart.append(team.isEmpty() ? "" : "  end\n");
        });
        parcel.document().calls().forEach(call -> edge(chart, graph, call));
        int[] hosts = { 0 };
        parcel.document().external().forEach(host -> {
            String id = "x" + hosts[0]++;
            chart.append("  ").append(id).append("([").append(quoted(host.host())).append("])\n");
            host.from()
                    .forEach(from -> chart.append("  ").append(graph.id(from)).append(" --> ").append(id).append('\n'));
        });
        return chart.toString();
    }

    private static void node(StringBuilder chart, Graph graph, Service service) {
        chart.append("  ").append(graph.id(service.name())).append("[").append(quoted(service.name())).append("]\n");
    }

    private static void edge(StringBuilder chart, Graph graph, Call call) {
        String arrow = !Graph.isCall(call) ? "-.-" : Graph.isAsync(call) ? "-.->" : "-->";
        String words = Graph.words(call);
        chart.append("  ").append(graph.id(call.from())).append(' ').append(arrow)
                .append(words.isEmpty() ? "" : "|" + quoted(words) + "|").append(' ').append(graph.id(call.to()))
                .append('\n');
    }

    /**
     * In quotes anything is text but quotes, what looks like Markdown and what looks like an entity: those are written by
     * their numbers. A name may go on with hyphens and points; only in front they would make a list.
     */
    private static String quoted(String text) {
        String line = Graph.line(text);
        int list = LIST.matcher(line).lookingAt() ? line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ') : 0;
        StringBuilder safe = new StringBuilder("\"");
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || c > MOST_ASCII || " /:,'".indexOf(c) >= 0
                    || i >= list && ".-".indexOf(c) >= 0;
            safe.append(plain ? String.valueOf(c) : "#" + (int) c + ";");
        }
        return safe.length() == 1 ? "\" \"" : safe.append('"').toString();
    }
}
