package dev.tare.intake.kiali;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.intake.Draft;
import dev.tare.intake.SharedEstates;
import dev.tare.intake.TestIntake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads graphs that others published. A caller that is unknown makes an entry point, a callee that is unknown a host
 * outside; every other edge is a call.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedGraphsTest {
    private static final Path GRAPHS = SharedEstates.ROOT.resolve("kiali");

    private final List<String> table = new ArrayList<>();

    @BeforeAll
    void present() {
        assumeTrue(SharedEstates.present());
    }

    @AfterAll
    void print() {
        System.out.printf("%-50s %8s %6s %7s %6s%n", "graph", "services", "calls", "entries", "hosts");
        table.forEach(System.out::println);
    }

    static Stream<String> files() throws IOException {
        return SharedEstates.present()
                ? truth().propertyStream().map(Map.Entry::getKey).toList().stream()
                : Stream.of("none");
    }

    private static JsonNode truth() {
        return JsonMapper.shared().readTree(GRAPHS.resolve("truth.json").toFile());
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatIsThere(String file) {
        JsonNode truth = truth().path(file);
        Draft draft = TestIntake.ofAll().read(List.of(SharedEstates.upload(GRAPHS.resolve(file))), "auto");
        EstateDocument document = draft.document();
        assertThat(draft.files().getFirst().read())
                .isEqualTo(truth.path("nodes").asInt() + truth.path("boxes").asInt());
        Map<String, Double> required = new TreeMap<>();
        Map<String, Double> entering = new TreeMap<>();
        TreeSet<String> hosts = new TreeSet<>();
        truth.path("edges").forEach(edge -> {
            double rate = edge.get(3).path("http").asDouble(0) + edge.get(3).path("grpc").asDouble(0);
            String to = name(edge.get(1).asString());
            if (edge.get(0).asString().startsWith("unknown/")) {
                entering.merge(to, rate, Double::sum);
            } else if (edge.get(1).asString().equals("service/unknown////unknown")) {
                hosts.add(name(edge.get(0).asString()));
            } else {
                required.put(name(edge.get(0).asString()) + " → " + to, rate);
            }
        });
        table.add("%-50s %8d %6d %7d %6d".formatted(file, document.services().size(), document.calls().size(),
                document.entries().size(), document.external().size()));
        assertThat(document.calls().stream().map(call -> call.from() + " → " + call.to()))
                .containsExactlyInAnyOrderElementsOf(required.keySet());
        assertThat(document.external().stream().flatMap(host -> host.from().stream())).containsExactlyElementsOf(hosts);
        rates(document, required, entering);
    }

    /** What arrives at a service in the file is what the estate's entries and calls per request give again. */
    private static void rates(EstateDocument document, Map<String, Double> required, Map<String, Double> entering) {
        Map<String, Double> rates = new HashMap<>(entering);
        document.entries().forEach(entry -> {
            if (entry.meanPerSecond() != null) {
                rates.putIfAbsent(entry.service(), entry.meanPerSecond());
            }
        });
        required.forEach((arrow, rate) -> rates.merge(arrow.split(" → ")[1], rate, Double::sum));
        for (Call call : document.calls()) {
            double rate = required.get(call.from() + " → " + call.to());
            if (rate > 0) {
                assertThat(call.perRequest() * rates.get(call.from())).isCloseTo(rate, within(1e-9));
            }
        }
    }

    /** Of {@code type/namespace/workload/app/version/service}. */
    private static String name(String key) {
        String[] parts = key.split("/", -1);
        return Stream.of(parts[2], parts[3], parts[5]).filter(part -> !part.isEmpty()).findFirst().orElseThrow();
    }

    @Test
    void readsLinkerdEdges() {
        Path edges = SharedEstates.ROOT.resolve("linkerd-viz/edges_one_output_json.json");
        EstateDocument document = TestIntake.ofAll().read(List.of(SharedEstates.upload(edges)), "auto").document();
        assertThat(document.calls().stream().map(call -> call.from() + " → " + call.to())).containsExactly(
                "vote-bot → web", "web → emoji", "web → voting", "linkerd-identity → linkerd-prometheus");
        assertThat(document.today().axes()).containsEntry("wiring", "linkerd");
        assertThat(document.services().getFirst().namespace()).isEqualTo("emojivoto");
    }
}
