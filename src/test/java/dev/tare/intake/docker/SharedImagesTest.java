package dev.tare.intake.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.SharedEstates;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Reads manifests that others published and compares with what is known to be in them. */
class SharedImagesTest {
    @BeforeAll
    static void present() {
        assumeTrue(SharedEstates.present());
    }

    static Stream<String> files() {
        return SharedEstates.present()
                ? SharedEstates.json("oci/truth.json").propertyStream().map(java.util.Map.Entry::getKey)
                : Stream.of("none");
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatIsThere(String file) {
        JsonNode truth = SharedEstates.json("oci/truth.json").path(file);
        List<Upload> upload = List.of(SharedEstates.upload(SharedEstates.ROOT.resolve("oci").resolve(file)));
        if (truth.has("valid") || truth.path("schemaVersion").asInt() == 1) {
            assertThatThrownBy(() -> TestIntake.of(new DockerReader()).read(upload, "auto"))
                    .isInstanceOf(ImportFailed.class)
                    .hasMessageContaining(truth.has("valid") ? "not UTF-8" : "schema 1");
            return;
        }
        Draft draft = TestIntake.of(new DockerReader()).read(upload, "auto");
        List<Layer> layers = draft.document().services().stream().map(Service::image).map(Image::layers)
                .flatMap(List::stream).toList();
        assertThat(layers).isEqualTo(truth.path("layers").valueStream()
                .map(layer -> new Layer(layer.get(0).asString(), layer.get(1).asDouble())).toList());
        assertThat(draft.document().services().stream().mapToDouble(one -> one.image().compressedBytes()).sum())
                .isEqualTo(truth.path("compressedBytes").asDouble());
        truth.path("manifests").forEach(entry -> assertThat(draft.findings()).extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains(entry.get(0).asString())));
    }
}
