package dev.tare.intake.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.SharedEstates;
import dev.tare.intake.TestIntake;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Reads bills of materials that others published and compares with what is known to be in them. */
class SharedSbomsTest {
    @BeforeAll
    static void present() {
        assumeTrue(SharedEstates.present());
    }

    static Stream<String> files() {
        return SharedEstates.present()
                ? SharedEstates.json("sbom/truth.json").propertyStream().map(Map.Entry::getKey)
                : Stream.of("none");
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatIsThere(String file) {
        JsonNode truth = SharedEstates.json("sbom/truth.json").path(file);
        Draft draft = TestIntake.of(new SbomReader())
                .read(List.of(SharedEstates.upload(SharedEstates.ROOT.resolve("sbom").resolve(file))), "auto");
        int packages = truth.path("components").asInt(truth.path("packages").asInt(0));
        assertThat(draft.document().services().stream().filter(service -> service.image() != null)
                .mapToInt(service -> service.image().packages()).sum()).isEqualTo(packages);
        String version = truth.path("format").asString().replace('-', ' ').toLowerCase(Locale.ROOT);
        assertThat(draft.findings()).extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains(packages + " packages", version));
        Map<String, String> references = new HashMap<>();
        for (Service service : draft.document().services()) {
            references.put(service.name(), service.aliases().isEmpty() ? service.name() : service.aliases().getFirst());
        }
        truth.path("services").forEach(service -> assertThat(references)
                .containsEntry(service.path("name").asString(), service.path("bom-ref").asString()));
        assertThat(draft.document().calls().stream()
                .map(call -> references.get(call.from()) + " → " + references.get(call.to())))
                .containsExactlyInAnyOrderElementsOf(truth.path("edges").valueStream()
                        .map(edge -> edge.get(0).asString() + " → " + edge.get(1).asString()).toList());
    }
}
