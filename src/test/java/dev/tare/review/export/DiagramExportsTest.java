package dev.tare.review.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.structurizr.Workspace;
import com.structurizr.dsl.StructurizrDslParser;
import com.structurizr.model.Container;
import com.structurizr.model.DeploymentNode;
import com.structurizr.model.SoftwareSystem;
import dev.tare.browser.Browser;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jgrapht.nio.dot.DOTEventDrivenImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every diagram is opened by the tool that it is for, or by a reader of the language's own grammar. */
class DiagramExportsTest {

    static Stream<EstateDocument> estates() {
        return Parcels.all().stream();
    }

    @ParameterizedTest
    @MethodSource("estates")
    void graphvizLanguageHoldsTheGraph(EstateDocument estate) {
        Map<String, String> labels = new HashMap<>();
        List<String> edges = new ArrayList<>();
        DOTEventDrivenImporter importer = new DOTEventDrivenImporter();
        importer.addVertexAttributeConsumer((attribute, value) -> {
            if (attribute.getSecond().equals("label")) {
                labels.put(attribute.getFirst(), value.getValue());
            }
        });
        importer.addEdgeConsumer(edge -> edges.add(edge.getFirst() + " " + edge.getSecond()));
        importer.importInput(new StringReader(new DotExport().write(Parcels.of(estate))));
        List<Service> services = estate.services();
        for (int i = 0; i < services.size(); i++) {
            assertThat(labels.get("s" + i)).isEqualTo(services.get(i).name());
        }
        int outside = estate.external().stream().mapToInt(host -> host.from().size()).sum();
        assertThat(edges).hasSize(estate.calls().size() + outside);
        estate.calls().forEach(call -> assertThat(edges).contains("s" + names(estate).indexOf(call.from()) + " s"
                + names(estate).indexOf(call.to())));
    }

    private static List<String> names(EstateDocument estate) {
        return estate.services().stream().map(Service::name).toList();
    }

    @ParameterizedTest
    @MethodSource("estates")
    void structurizrOpensOneEnvironmentAScenario(EstateDocument estate) throws Exception {
        StructurizrDslParser parser = new StructurizrDslParser();
        Parcel parcel = Parcels.of(estate, "vm-systemd", "eks-istio-sidecar");
        parser.parse(new StructurizrExport().write(parcel));
        Workspace workspace = parser.getWorkspace();
        SoftwareSystem system = workspace.getModel().getSoftwareSystems().stream()
                .filter(one -> !one.hasTag("External")).findFirst().orElseThrow();
        assertThat(system.getContainers()).hasSameSizeAs(estate.services());
        long calls = estate.calls().stream().filter(call -> !call.from().equals(call.to()))
                .map(call -> List.of(call.from(), call.to(), Graph.words(call))).distinct().count();
        assertThat(system.getContainers().stream().flatMap(container -> container.getRelationships().stream())
                .filter(relationship -> relationship.getDestination() instanceof Container)).hasSize((int) calls);
        Set<String> environments = new HashSet<>();
        for (DeploymentNode node : workspace.getModel().getDeploymentNodes()) {
            environments.add(node.getEnvironment());
            assertThat(node.getChildren().stream().mapToInt(unit -> unit.getContainerInstances().size()).sum())
                    .as("every service runs in " + node.getEnvironment()).isEqualTo(estate.services().size());
        }
        assertThat(environments).hasSize(estate.services().isEmpty() ? 0 : 3);
        assertThat(workspace.getViews().getDeploymentViews()).hasSameSizeAs(environments);
        if (!estate.services().isEmpty()) {
            assertThat(node(workspace, "vm-systemd").getChildren()).as("one process").hasSize(1);
            assertThat(node(workspace, "eks-istio-sidecar").getChildren()).hasSameSizeAs(estate.services());
        }
    }

    private static DeploymentNode node(Workspace workspace, String environment) {
        return workspace.getModel().getDeploymentNodes().stream()
                .filter(node -> node.getEnvironment().equals(environment)).findFirst().orElseThrow();
    }

    @Test
    void mermaidDrawsIt() throws IOException {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.setContent("<p>mermaid</p>");
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(script()));
            for (EstateDocument estate : Parcels.all()) {
                String chart = new MermaidExport().write(Parcels.of(estate));
                Object drawn = page.evaluate("async chart => { mermaid.initialize({maxEdges: 5000});"
                        + " const {svg} = await mermaid.render('m' + Math.floor(Math.random() * 1e9), chart);"
                        + " const doc = new DOMParser().parseFromString(svg, 'text/html');"
                        + " return [doc.querySelectorAll('.node').length,"
                        + "  [...doc.querySelectorAll('.node')].map(n => n.textContent.trim()).join('\\n'),"
                        + "  doc.querySelectorAll('path.flowchart-link').length]; }", chart);
                List<?> found = (List<?>) Objects.requireNonNull(drawn);
                assertThat(found.get(0)).isEqualTo(estate.services().size() + estate.external().size());
                long loops = estate.calls().stream().filter(call -> call.from().equals(call.to())).count();
                assertThat(found.get(2)).as("an edge to itself is drawn in three parts").isEqualTo(
                        estate.calls().size() + 2 * (int) loops
                                + estate.external().stream().mapToInt(host -> host.from().size()).sum());
                estate.services().forEach(service -> assertThat(found.get(1).toString()).contains(service.name()));
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(DiagramExportsTest.class
                .getResourceAsStream("/META-INF/resources/webjars/mermaid/11.6.0/dist/mermaid.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What isotope's converter accepts: known fields, names that Kubernetes takes, calls to services there are, no cycle. */
    @ParameterizedTest
    @MethodSource("estates")
    void isotopeGraphCanBeConverted(EstateDocument estate) {
        var graph = tools.jackson.dataformat.yaml.YAMLMapper.builder().build()
                .readTree(new IsotopeExport().write(Parcels.of(estate)));
        assertThat(graph.path("apiVersion").asString()).isEqualTo("v1alpha1");
        assertThat(graph.path("kind").asString()).isEqualTo("MockServiceGraph");
        List<String> names = graph.path("services").valueStream().map(one -> one.path("name").asString()).toList();
        assertThat(names).hasSameSizeAs(estate.services()).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]([-a-z0-9]{0,61}[a-z0-9])?"));
        Map<String, Set<String>> calls = new HashMap<>();
        graph.path("services").forEach(service -> {
            assertThat(Set.of("name", "isEntrypoint", "numReplicas", "script")).containsAll(service.propertyNames());
            Set<String> to = new HashSet<>();
            service.path("script").forEach(step -> steps(step).forEach(one -> {
                assertThat(one.propertyNames()).containsAnyOf("sleep", "call").hasSize(1);
                if (one.has("call")) {
                    assertThat(names).contains(one.path("call").path("service").asString());
                    assertThat(one.path("call").path("probability").asInt(100)).isBetween(1, 100);
                    to.add(one.path("call").path("service").asString());
                }
            }));
            calls.put(service.path("name").asString(), to);
        });
        names.forEach(name -> assertNoWayBack(name, calls, new ArrayList<>()));
        long waited = estate.calls().stream().filter(Graph::isCall).filter(call -> !Graph.isAsync(call)).count();
        assertThat(calls.values().stream().mapToInt(Set::size).sum()).isLessThanOrEqualTo((int) waited);
        if (estate.equals(Parcels.shop())) {
            assertThat(calls.values().stream().mapToInt(Set::size).sum())
                    .isEqualTo((int) estate.calls().stream().filter(Graph::isCall).filter(call -> !Graph.isAsync(call))
                            .map(Call::to).count());
        }
    }

    private static Stream<tools.jackson.databind.JsonNode> steps(tools.jackson.databind.JsonNode step) {
        return step.isArray() ? step.valueStream() : Stream.of(step);
    }

    private static void assertNoWayBack(String name, Map<String, Set<String>> calls, List<String> path) {
        assertThat(path).doesNotContain(name);
        path.add(name);
        Objects.requireNonNull(calls.get(name)).forEach(next -> assertNoWayBack(next, calls, path));
        path.removeLast();
    }
}
