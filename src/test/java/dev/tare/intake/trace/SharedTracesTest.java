package dev.tare.intake.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Draft;
import dev.tare.intake.SharedEstates;
import dev.tare.intake.TestIntake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads traces that others published and compares with what is known to be in them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedTracesTest {
    private static final Path TRACES = SharedEstates.ROOT.resolve("traces");
    private static final Pattern OTLP_LEAF = Pattern.compile("'([^']+)->([^']+)': (\\d+)");

    private final List<String> table = new ArrayList<>();

    @BeforeAll
    void present() {
        assumeTrue(SharedEstates.present());
    }

    @AfterAll
    void print() {
        System.out.printf("%-50s %8s %6s %9s %7s %7s%n", "traces", "services", "calls", "precision", "recall",
                "around");
        table.forEach(System.out::println);
    }

    static Stream<String> files() throws IOException {
        return SharedEstates.present()
                ? truth().propertyStream().filter(file -> file.getValue().has("edges")).map(Map.Entry::getKey).toList()
                        .stream()
                : Stream.of("none");
    }

    private static JsonNode truth() {
        return JsonMapper.shared().readTree(TRACES.resolve("truth.json").toFile());
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatIsThere(String file) {
        JsonNode truth = truth().path(file);
        Draft draft = TestIntake.ofAll().read(List.of(SharedEstates.upload(TRACES.resolve(file))), "auto");
        Map<String, Long> required = edges(truth.path(truth.path("edges").isArray() ? "edges" : "firstEdges"));
        Map<String, Long> leaves = leaves(truth.path("leafClientEdges"));
        Map<String, Long> found = new TreeMap<>();
        TreeSet<String> around = around(draft.document());
        for (Call call : draft.document().calls()) {
            String arrow = call.from() + " → " + call.to();
            if (leaves.containsKey(arrow)) {
                assertThat(call.observedCalls()).as(arrow).isEqualTo(leaves.get(arrow));
                around.add(arrow);
            } else {
                found.merge(arrow, "async".equals(call.mode()) && found.containsKey(arrow) ? 0 : call.observedCalls(),
                        Math::max);
            }
        }
        score(file, draft, found, required, around.size());
        assertThat(found).isEqualTo(required);
        assertThat(around).isEqualTo(leaves.keySet());
    }

    private static TreeSet<String> around(EstateDocument document) {
        TreeSet<String> around = new TreeSet<>();
        document.external().forEach(host -> host.from().forEach(from -> around.add(from + " → " + host.host())));
        for (Service service : document.services()) {
            service.dataStores().forEach(store -> around.add(service.name() + " → " + store));
        }
        return around;
    }

    private void score(String file, Draft draft, Map<String, Long> found, Map<String, Long> required, int around) {
        TreeSet<String> right = new TreeSet<>(found.keySet());
        right.retainAll(required.keySet());
        table.add("%-50s %8d %6d %9.2f %7.2f %7d".formatted(file, draft.document().services().size(), found.size(),
                found.isEmpty() ? 1 : (double) right.size() / found.size(),
                required.isEmpty() ? 1 : (double) right.size() / required.size(), around));
    }

    private static Map<String, Long> edges(JsonNode list) {
        Map<String, Long> edges = new TreeMap<>();
        list.forEach(edge -> edges.put(edge.get(0).asString() + " → " + edge.get(1).asString(), edge.get(2).asLong()));
        return edges;
    }

    private static Map<String, Long> leaves(JsonNode leaves) {
        if (!leaves.isString()) {
            return edges(leaves);
        }
        Map<String, Long> edges = new TreeMap<>();
        for (Matcher leaf = OTLP_LEAF.matcher(leaves.asString()); leaf.find();) {
            edges.put(leaf.group(1) + " → " + leaf.group(2), Long.parseLong(leaf.group(3)));
        }
        return edges;
    }
}
