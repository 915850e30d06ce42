package dev.tare.intake.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Draft;
import dev.tare.intake.SharedEstates;
import dev.tare.intake.TestIntake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Reads Compose files that others published and compares with what is known to be in them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedComposeTest {
    private static final Map<String, List<String>> INPUTS = Map.of(
            "eshop-on-containers/truth-base-plus-override.json",
            List.of("docker-compose.yaml", "docker-compose.override.yaml"),
            "dsb-social-network/truth-compose.json", List.of("docker-compose.yaml"),
            "dsb-social-network/truth-swarm.json", List.of("docker-compose-swarm.yaml"),
            "sock-shop/truth-compose.json", List.of("docker-compose.yaml"),
            "train-ticket/truth-compose.json", List.of("docker-compose-with-jaeger.yaml"),
            "petclinic/truth.json", List.of("docker-compose.yaml"),
            "piggymetrics/truth.json", List.of("docker-compose.yaml"));

    private final List<String> table = new ArrayList<>();

    @BeforeAll
    void present() {
        assumeTrue(SharedEstates.present());
    }

    @AfterAll
    void print() {
        System.out.printf("%-62s %9s %7s %9s %6s %9s%n", "estate", "services", "edges", "precision", "recall",
                "start-up");
        table.stream().sorted().forEach(System.out::println);
    }

    static Stream<String> truths() {
        return SharedEstates.truths("compose");
    }

    @ParameterizedTest
    @MethodSource("truths")
    void readsWhatIsThere(String truthFile) {
        JsonNode truth = SharedEstates.json(truthFile);
        Draft draft = TestIntake.of(new ComposeReader()).read(SharedEstates.inputs(truthFile, INPUTS), "auto");
        assertThat(services(draft)).isEqualTo(services(truth));
        TreeSet<String> found = edges(draft, false);
        TreeSet<String> required = edges(truth.path("edges").path("required"));
        table.add("%-62s %9d %7d %9.2f %6.2f %9d".formatted(truthFile, draft.document().services().size(),
                found.size(), SharedEstates.share(found, required, found.size()),
                SharedEstates.share(found, required, required.size()), edges(draft, true).size()));
        assertThat(found).isEqualTo(required);
        TreeSet<String> waits = edges(truth.path("edges").path("dependsOn"));
        waits.removeIf(edge -> edge.split(" → ")[0].equals(edge.split(" → ")[1]));
        assertThat(edges(draft, true)).containsAll(waits);
    }

    private static TreeSet<String> edges(JsonNode edges) {
        TreeSet<String> arrows = new TreeSet<>();
        edges.forEach(edge -> arrows.add(edge.get(0).asString() + " → " + edge.get(1).asString()));
        return arrows;
    }

    private static TreeSet<String> edges(Draft draft, boolean startupOrder) {
        TreeSet<String> arrows = new TreeSet<>();
        draft.document().calls().stream().filter(call -> "startup-order".equals(call.kind()) == startupOrder)
                .forEach(call -> arrows.add(call.from() + " → " + call.to()));
        return arrows;
    }

    private static TreeMap<String, String> services(JsonNode truth) {
        TreeMap<String, String> lines = new TreeMap<>();
        for (JsonNode service : truth.path("services")) {
            JsonNode limits = service.path("limits");
            JsonNode requests = service.path("reservations");
            lines.put(service.path("name").asString(), image(service) + " × " + service.path("replicas").asString("-")
                    + " " + size(requests) + "/" + size(limits));
        }
        return lines;
    }

    /** The truth keeps variables as written; none of them is set here, so their defaults count. */
    private static String image(JsonNode service) {
        return service.path("image").asString("").replaceAll("\\$\\{\\w+:-([^}]*)}", "$1");
    }

    private static String size(JsonNode resources) {
        return resources.has("memory")
                ? String.valueOf(Sizes.bytes(resources.path("memory").asString()).orElseThrow())
                : "null";
    }

    private static TreeMap<String, String> services(Draft draft) {
        TreeMap<String, String> lines = new TreeMap<>();
        for (Service service : draft.document().services()) {
            String image = service.image() == null ? "" : service.image().reference();
            String replicas = service.replicas() == null ? "-" : Long.toString(Math.round(service.replicas()));
            Resource memory = Objects.requireNonNullElse(service.memory(), new Resource(null, null, null));
            lines.put(service.name(), image + " × " + replicas + " " + text(memory.request()) + "/"
                    + text(memory.limit()));
        }
        return lines;
    }

    private static String text(@Nullable Double number) {
        return String.valueOf(number);
    }
}
