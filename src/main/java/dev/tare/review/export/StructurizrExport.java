package dev.tare.review.export;

import dev.tare.review.Csv;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.estate.EstateDocument.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * One model in the Structurizr DSL: services are containers, and every scenario is a deployment environment whose nodes are
 * the units that services share in it. What each scenario weighs stands in the environment's first node.
 */
@Component
final class StructurizrExport implements ExportFormat {
    @Override
    public String name() {
        return "structurizr";
    }

    @Override
    public String title() {
        return "Structurizr";
    }

    @Override
    public String holds() {
        return "A C4 model in the Structurizr DSL: services as containers, one deployment environment a scenario.";
    }

    @Override
    public MediaType type() {
        return MediaType.TEXT_PLAIN;
    }

    @Override
    public String extension() {
        return "dsl";
    }

    @Override
    public String write(Parcel parcel) {
        Graph graph = new Graph(parcel.document());
        StringBuilder dsl = new StringBuilder("workspace " + quoted(parcel.document().name(), "Estate") + " {\n");
        dsl.append("  model {\n");
        dsl.append("    estate = softwareSystem ").append(quoted(parcel.document().name(), "Estate")).append(" {\n");
        Set<String> names = new HashSet<>();
        graph.services().forEach(service -> container(dsl, graph, service, names));
        dsl.append("    }\n");
        externals(dsl, graph, parcel.document().external(), new HashSet<>(Set.of(plain(parcel.document().name()))));
        relationships(dsl, graph, parcel.document().calls());
        List<Weighed> weighed = parcel.isEmpty() ? List.of() : parcel.weighed().weighed();
        weighed.forEach(scenario -> environment(dsl, graph, scenario, parcel.currency()));
        dsl.append("  }\n");
        views(dsl, weighed);
        return dsl.append("}\n").toString();
    }

    private static void container(StringBuilder dsl, Graph graph, Service service, Set<String> names) {
        dsl.append("      ").append(graph.id(service.name())).append(" = container ")
                .append(quoted(unique(service.name(), names), "service")).append(" \"\" ")
                .append(quoted(technology(service), ""))
                .append(" {\n");
        List<String> properties = new ArrayList<>();
        property(properties, "team", service.team());
        property(properties, "replicas", service.replicas() == null ? null : Csv.number(service.replicas()));
        property(properties, "vcpu", service.cpu() == null || service.cpu().request() == null
                ? null
                : Csv.number(service.cpu().request()));
        property(properties, "image", service.image() == null ? null : service.image().reference());
        if (!properties.isEmpty()) {
            dsl.append("        properties {\n").append(String.join("", properties)).append("        }\n");
        }
        dsl.append("      }\n");
    }

    private static String technology(Service service) {
        Runtime runtime = service.runtime();
        return runtime == null
                ? ""
                : (Objects.requireNonNullElse(runtime.language(), "") + " "
                        + Objects.requireNonNullElse(runtime.version(), "")).strip();
    }

    private static void property(List<String> properties, String name, @Nullable String value) {
        if (value != null && !Graph.line(value).isEmpty()) {
            properties.add("          \"tare." + name + "\" " + quoted(value, "") + "\n");
        }
    }

    private static void externals(StringBuilder dsl, Graph graph, List<External> hosts, Set<String> names) {
        for (int i = 0; i < hosts.size(); i++) {
            External host = hosts.get(i);
            dsl.append("    x").append(i).append(" = softwareSystem ")
                    .append(quoted(unique(host.host(), names), "host")).append(" \"\" \"External\"\n");
            for (String from : new HashSet<>(host.from())) {
                dsl.append("    ").append(graph.id(from)).append(" -> x").append(i).append(" \"calls\"\n");
            }
        }
    }

    /** Between two elements Structurizr takes each description once, and none from an element to itself. */
    private static void relationships(StringBuilder dsl, Graph graph, List<Call> calls) {
        Set<String> written = new HashSet<>();
        for (Call call : calls) {
            String words = (Graph.isCall(call) ? "calls " : "") + Graph.words(call);
            String line = "    " + graph.id(call.from()) + " -> " + graph.id(call.to()) + " " + quoted(words, "calls");
            if (!call.from().equals(call.to()) && written.add(line)) {
                dsl.append(line).append(Graph.isAsync(call) ? " \"\" \"Asynchronous\"" : "").append('\n');
            }
        }
    }

    private static void environment(StringBuilder dsl, Graph graph, Weighed scenario, String currency) {
        dsl.append("    deploymentEnvironment ").append(quoted(scenario.name(), "scenario")).append(" {\n");
        dsl.append("      deploymentNode ").append(quoted(scenario.shape(), "shape")).append(" ")
                .append(quoted("Weighs " + Weights.words(scenario, currency), "")).append(" {\n");
        int number = 1;
        for (List<Integer> unit : Parcel.units(scenario)) {
            dsl.append("        deploymentNode \"unit ").append(number++).append("\" {\n").append(unit.stream()
                    .map(service -> "          containerInstance s" + service + "\n").collect(Collectors.joining()))
                    .append("        }\n");
        }
        dsl.append("      }\n    }\n");
    }

    private static void views(StringBuilder dsl, List<Weighed> scenarios) {
        dsl.append("  views {\n    container estate \"services\" {\n      include *\n      autolayout lr\n    }\n");
        int number = 1;
        for (Weighed scenario : scenarios) {
            dsl.append("    deployment estate ").append(quoted(scenario.name(), "scenario")).append(" \"scenario-")
                    .append(number++).append("\" {\n      include *\n      autolayout lr\n    }\n");
        }
        dsl.append("  }\n");
    }

    /** Names are told apart by their letters whatever their case. */
    private static String unique(String name, Set<String> taken) {
        String free = Graph.line(name);
        for (int i = 2; !taken.add(plain(free)); i++) {
            free = Graph.line(name) + " (" + i + ")";
        }
        return free;
    }

    private static String plain(String name) {
        return Graph.line(name).toLowerCase(java.util.Locale.ROOT);
    }

    /** Inside quotes; a dollar sign before a bracket would be replaced by a constant. */
    private static String quoted(String text, String otherwise) {
        String line = Graph.line(text).replace("${", "$ {").replace("\\", "/").replace("\"", "\\\"");
        return "\"" + (line.isEmpty() ? otherwise : line) + "\"";
    }
}
