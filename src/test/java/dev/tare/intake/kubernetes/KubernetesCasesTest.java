package dev.tare.intake.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
import dev.tare.site.Invalid.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every folder of {@code intake/kubernetes} is a case: files to read and what must come out. What {@code expected.yaml}
 * does not speak of is not looked at; {@code absent} says that a field must not be there.
 */
class KubernetesCasesTest {
    private static final Path CASES = Path.of("src/test/resources/intake/kubernetes");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reads(String name) throws IOException {
        JsonNode expected = new YAMLMapper().readTree(CASES.resolve(name).resolve("expected.yaml").toFile());
        List<Upload> inputs = inputs(CASES.resolve(name));
        if (expected.has("fails")) {
            assertThatThrownBy(() -> TestIntake.of(new KubernetesReader()).read(inputs, "auto"))
                    .isInstanceOfSatisfying(ImportFailed.class,
                            failed -> fails(expected.path("fails"), failed.problems().getFirst()));
        } else {
            check(expected, TestIntake.of(new KubernetesReader()).read(inputs, "auto"));
        }
    }

    private static List<Upload> inputs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("input")).sorted()
                    .map(KubernetesCasesTest::upload).toList();
        }
    }

    private static Upload upload(Path file) {
        try {
            return Upload.of(file.getFileName().toString(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fails(JsonNode expected, Problem problem) {
        assertThat(problem.line()).isEqualTo(expected.path("line").asInt());
        if (expected.has("path")) {
            assertThat(problem.path()).isEqualTo(expected.path("path").asString());
        }
        assertThat(problem.expected()).contains(expected.path("expected").asString(""));
        assertThat(problem.found()).contains(expected.path("found").asString(""));
    }

    private static void check(JsonNode expected, Draft draft) {
        JsonNode document = JsonMapper.shared().valueToTree(draft.document());
        if (expected.has("services")) {
            assertThat(document.path("services").valueStream().map(service -> service.path("name").asString()))
                    .containsExactlyElementsOf(texts(expected.path("services"), "name"));
            differences(expected.path("services"), document.path("services"), "services");
        }
        lists(expected, draft);
        for (String part : List.of("today")) {
            if (expected.has(part)) {
                differences(expected.path(part), document.path(part), part);
            }
        }
        draft.document().calls().forEach(call -> {
            JsonNode details = expected.path("callDetails").path(arrow(call));
            if (!details.isMissingNode()) {
                assertThat(call.provenance()).extracting(Provenance::detail)
                        .containsExactlyElementsOf(details.valueStream().map(JsonNode::asString).toList());
            }
            JsonNode perRequest = expected.path("perRequest").path(arrow(call));
            assertThat(call.perRequest()).isEqualTo(perRequest.isMissingNode() ? null : perRequest.asDouble());
        });
        expected.path("findingText").properties().forEach(text -> assertThat(draft.findings())
                .anySatisfy(finding -> assertThat(finding.code() + ": " + finding.message())
                        .contains(text.getKey(), text.getValue().asString())));
        expected.path("read").properties().forEach(read -> assertThat(draft.files())
                .contains(new FileRead(read.getKey(), "kubernetes", read.getValue().asInt())));
    }

    private static void lists(JsonNode expected, Draft draft) {
        if (expected.has("calls")) {
            assertThat(draft.document().calls().stream().map(KubernetesCasesTest::arrow))
                    .containsExactlyInAnyOrderElementsOf(texts(expected.path("calls"), ""));
        }
        if (expected.has("external")) {
            assertThat(draft.document().external()).extracting(External::host)
                    .containsExactlyElementsOf(texts(expected.path("external"), ""));
        }
        if (expected.has("entries")) {
            assertThat(draft.document().entries()).extracting(Entry::service)
                    .containsExactlyElementsOf(texts(expected.path("entries"), ""));
        }
        if (expected.has("findings")) {
            List<String> codes = new ArrayList<>(draft.findings().stream().map(Finding::code).toList());
            List<String> wanted = texts(expected.path("findings"), "");
            codes.retainAll(wanted);
            assertThat(codes).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(item -> field.isEmpty() ? item.asString() : item.path(field).asString()).toList();
    }

    private static String arrow(Call call) {
        return call.from() + " -> " + call.to();
    }

    private static void differences(JsonNode expected, JsonNode actual, String path) {
        if (expected.isObject()) {
            expected.properties().forEach(
                    field -> differences(field.getValue(), actual.path(field.getKey()), path + "." + field.getKey()));
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(path).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                differences(expected.get(i), actual.path(i), path + "[" + i + "]");
            }
        } else if (expected.isNumber()) {
            assertThat(actual.asDouble(Double.NaN)).as(path).isEqualTo(expected.asDouble());
        } else if (expected.isString() && expected.asString().equals("absent")) {
            assertThat(actual.isMissingNode()).as(path + " is " + actual).isTrue();
        } else {
            assertThat(actual.asString("")).as(path).isEqualTo(expected.asString());
        }
    }
}
