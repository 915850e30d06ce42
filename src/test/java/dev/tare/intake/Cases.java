package dev.tare.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.site.Invalid.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Cases as folders: files to read and what must come out. What {@code expected.yaml} does not speak of is not looked at;
 * {@code absent} says that a field must not be there. Files are those called {@code input…}, or, under the paths they have
 * there, those in {@code files}.
 */
public final class Cases {
    private Cases() {}

    /** The names of the folders below one. */
    public static Stream<String> in(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList()
                    .stream();
        }
    }

    /** Reads one folder's files and compares. */
    public static void check(Path folder, FormatReader... readers) throws IOException {
        JsonNode expected = new YAMLMapper().readTree(folder.resolve("expected.yaml").toFile());
        List<Upload> inputs = inputs(folder);
        if (expected.has("fails")) {
            assertThatThrownBy(() -> TestIntake.of(readers).read(inputs, "auto"))
                    .isInstanceOfSatisfying(ImportFailed.class,
                            failed -> fails(expected.path("fails"), failed.problems().getFirst()));
        } else {
            check(expected, TestIntake.of(readers).read(inputs, "auto"), readers[0].format());
        }
    }

    /** The files of a case. */
    public static List<Upload> inputs(Path folder) throws IOException {
        Path files = folder.resolve("files");
        Path root = Files.isDirectory(files) ? files : folder;
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> root.equals(files) || file.getFileName().toString().startsWith("input")).sorted()
                    .map(file -> upload(root, file)).toList();
        }
    }

    private static Upload upload(Path root, Path file) {
        try {
            return Upload.of(root.relativize(file).toString(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fails(JsonNode expected, Problem problem) {
        if (expected.has("line")) {
            assertThat(problem.line()).isEqualTo(expected.path("line").asInt());
        }
        if (expected.has("file")) {
            assertThat(problem.file()).isEqualTo(expected.path("file").asString());
        }
        if (expected.has("path")) {
            assertThat(problem.path()).isEqualTo(expected.path("path").asString());
        }
        assertThat(problem.expected()).contains(expected.path("expected").asString(""));
        assertThat(problem.found()).contains(expected.path("found").asString(""));
    }

    private static void check(JsonNode expected, Draft draft, String format) {
        JsonNode document = JsonMapper.shared().valueToTree(draft.document());
        if (expected.has("services")) {
            assertThat(document.path("services").valueStream().map(service -> service.path("name").asString()))
                    .containsExactlyElementsOf(texts(expected.path("services"), "name"));
            differences(expected.path("services"), document.path("services"), "services");
        }
        lists(expected, draft);
        for (String part : List.of("today", "teams")) {
            if (expected.has(part)) {
                differences(expected.path(part), document.path(part), part);
            }
        }
        draft.document().calls().stream().filter(call -> !"startup-order".equals(call.kind())).forEach(call -> {
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
                .contains(new FileRead(read.getKey(), format, read.getValue().asInt())));
    }

    private static void lists(JsonNode expected, Draft draft) {
        if (expected.has("calls")) {
            assertThat(calls(draft, false)).containsExactlyInAnyOrderElementsOf(texts(expected.path("calls"), ""));
        }
        if (expected.has("startupOrder")) {
            assertThat(calls(draft, true))
                    .containsExactlyInAnyOrderElementsOf(texts(expected.path("startupOrder"), ""));
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

    private static List<String> calls(Draft draft, boolean startupOrder) {
        return draft.document().calls().stream().filter(call -> "startup-order".equals(call.kind()) == startupOrder)
                .map(Cases::arrow).toList();
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
