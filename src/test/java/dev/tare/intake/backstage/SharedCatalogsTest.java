package dev.tare.intake.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.SharedEstates;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Reads catalogues that others published and compares with what is known to be in them. */
class SharedCatalogsTest {
    @BeforeAll
    static void present() {
        assumeTrue(SharedEstates.present());
    }

    static Stream<String> files() {
        return SharedEstates.present()
                ? SharedEstates.json("backstage/truth.json").propertyStream().map(Map.Entry::getKey)
                : Stream.of("none");
    }

    private static Draft read(List<String> files) {
        List<Upload> uploads = files.stream()
                .map(file -> SharedEstates.upload(SharedEstates.ROOT.resolve("backstage").resolve(file))).toList();
        return TestIntake.of(new BackstageReader()).read(uploads, "auto");
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatIsThere(String file) {
        JsonNode truth = SharedEstates.json("backstage/truth.json").path(file);
        Draft draft = read(List.of(file));
        assertThat(draft.files().getFirst().read()).isEqualTo(truth.path("entities").asInt());
        List<String> again = draft.findings().stream().filter(finding -> finding.code().equals("declared-twice"))
                .map(finding -> finding.message().split(" ")[1]).toList();
        assertThat(again.stream().distinct())
                .containsExactlyElementsOf(truth.path("duplicateNames").valueStream().map(JsonNode::asString).toList());
        assertThat(draft.document().services())
                .hasSize(truth.path("kinds").path("Component").asInt(0) - again.size());
        truth.path("relations").forEach(relation -> assertThat(draft.findings().stream().map(Finding::message))
                .as("alone, every relation but that of a provider lacks its other end")
                .anyMatch(message -> message.contains(relation.get(2).asString().replace(':', ' '))
                        || relation.get(1).asString().equals("consumesApis")));
    }

    @Test
    void togetherTheyCallEachOther() {
        Draft draft = read(files().toList());
        assertThat(draft.document().calls().stream().map(call -> call.from() + " → " + call.to()))
                .containsExactlyInAnyOrder("wayback-search → wayback-archive", "www-artist → artist-lookup");
        assertThat(draft.document().calls()).extracting(Call::kind).containsOnly("call");
        assertThat(draft.document().services()).filteredOn(service -> service.name().equals("artist-lookup"))
                .singleElement().satisfies(service -> assertThat(service.dataStores()).containsExactly("artists-db"));
        assertThat(draft.findings()).extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains("api searcher"));
    }
}
