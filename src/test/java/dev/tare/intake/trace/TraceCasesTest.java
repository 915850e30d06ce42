package dev.tare.intake.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.Finding;
import dev.tare.intake.Handover;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Progress;
import dev.tare.intake.TestIntake;
import dev.tare.intake.Upload;
import dev.tare.site.Invalid.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every folder below a format's is a case: files to read and what must come out, told by their content alone among all
 * formats. Services and calls must be exactly those; the rest is looked at where {@code expected.yaml} speaks of it.
 */
class TraceCasesTest {
    private static final Path CASES = Path.of("src/test/resources/intake");
    private static final List<String> FORMATS = List.of("zipkin", "jaeger", "otlp", "dependencies", "kiali", "linkerd");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.getFileName().toString().equals("expected.yaml")).map(Path::getParent)
                    .map(folder -> CASES.relativize(folder))
                    .filter(folder -> FORMATS.contains(folder.getName(0).toString()))
                    .map(Path::toString).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reads(String name) throws IOException {
        JsonNode expected = new YAMLMapper().readTree(CASES.resolve(name).resolve("expected.yaml").toFile());
        Map<String, String> said = new HashMap<>();
        expected.path("answers").properties()
                .forEach(answer -> said.put(answer.getKey(), answer.getValue().asString()));
        Handover handover = new Handover(inputs(CASES.resolve(name)), "auto", new Answers(said), new Progress());
        if (expected.has("fails")) {
            assertThatThrownBy(() -> TestIntake.ofAll().read(handover)).isInstanceOfSatisfying(ImportFailed.class,
                    failed -> fails(expected.path("fails"), failed));
        } else {
            Draft draft = TestIntake.ofAll().read(handover);
            assertThat(draft.files()).allSatisfy(file -> assertThat(file.format()).isEqualTo(name.split("/")[0]));
            check(expected, draft);
        }
    }

    private static List<Upload> inputs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("input")).sorted()
                    .map(TraceCasesTest::upload).toList();
        }
    }

    private static Upload upload(Path file) {
        try {
            return Upload.of(file.getFileName().toString(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fails(JsonNode expected, ImportFailed failed) {
        Problem problem = failed.problems().getFirst();
        assertThat(failed.status()).isEqualTo(expected.path("status").asInt(422));
        if (expected.has("line")) {
            assertThat(problem.line()).isEqualTo(expected.path("line").asInt());
        }
        if (expected.has("path")) {
            assertThat(problem.path()).isEqualTo(expected.path("path").asString());
        }
        assertThat(problem.expected()).contains(expected.path("expected").asString(""));
        assertThat(problem.found()).contains(expected.path("found").asString(""));
    }

    private static void check(JsonNode expected, Draft draft) {
        EstateDocument document = draft.document();
        assertThat(document.services()).extracting(Service::name).containsExactlyInAnyOrderElementsOf(
                expected.path("services").valueStream().map(JsonNode::asString).toList());
        assertThat(document.calls().stream().map(TraceCasesTest::arrow)).containsExactlyInAnyOrderElementsOf(
                expected.path("calls").propertyStream().map(Map.Entry::getKey).toList());
        for (Call call : document.calls()) {
            call(expected.path("calls").path(arrow(call)), call);
        }
        for (Service service : document.services()) {
            service(expected, service);
        }
        if (expected.has("entries")) {
            entries(expected.path("entries"), document.entries());
        }
        if (expected.has("external")) {
            assertThat(document.external()).extracting(External::host).containsExactlyInAnyOrderElementsOf(
                    expected.path("external").valueStream().map(JsonNode::asString).toList());
        }
        if (expected.has("wiring")) {
            assertThat(document.today().axes()).containsEntry("wiring", expected.path("wiring").asString());
        }
        assertThat(draft.findings()).extracting(Finding::code)
                .containsAll(expected.path("findings").valueStream().map(JsonNode::asString).toList());
        expected.path("findingText").properties().forEach(text -> assertThat(draft.findings())
                .anySatisfy(finding -> assertThat(finding.code() + ": " + finding.message())
                        .contains(text.getKey(), text.getValue().asString())));
    }

    private static void call(JsonNode expected, Call call) {
        if (expected.has("mode")) {
            assertThat(call.mode()).as(arrow(call)).isEqualTo(expected.path("mode").asString());
        }
        if (expected.has("observed")) {
            assertThat(call.observedCalls()).as(arrow(call)).isEqualTo(expected.path("observed").asLong());
        }
        if (expected.has("perRequest")) {
            assertThat(call.perRequest()).as(arrow(call)).isCloseTo(expected.path("perRequest").asDouble(),
                    within(1e-9));
        } else if (expected.has("noPerRequest")) {
            assertThat(call.perRequest()).as(arrow(call)).isNull();
        }
        assertThat(call.provenance().getFirst().detail()).contains(expected.path("detail").asString(""));
        figure(expected, "p50", call, call.p50());
        figure(expected, "p99", call, call.p99());
        figure(expected, "requestBytes", call, call.requestBytes());
        figure(expected, "responseBytes", call, call.responseBytes());
        assertThat(call.provenance()).extracting(Provenance::detail)
                .containsAll(expected.path("claims").valueStream().map(JsonNode::asString).toList());
    }

    private static void figure(JsonNode expected, String field, Call call, Double found) {
        if (expected.has(field)) {
            assertThat(found).as(arrow(call) + " " + field).isCloseTo(expected.path(field).asDouble(), within(1e-9));
        }
        if (expected.path("unknown").valueStream().anyMatch(unknown -> unknown.asString().equals(field))) {
            assertThat(found).as(arrow(call) + " " + field).isNull();
        }
    }

    private static void service(JsonNode expected, Service service) {
        JsonNode work = expected.path("work").path(service.name());
        if (!work.isMissingNode()) {
            assertThat(service.workMs().p50()).as(service.name()).isCloseTo(work.get(0).asDouble(), within(1e-9));
            assertThat(service.workMs().p99()).as(service.name()).isCloseTo(work.get(1).asDouble(), within(1e-9));
        }
        if (expected.has("stores")) {
            assertThat(service.dataStores()).containsExactlyElementsOf(expected.path("stores").path(service.name())
                    .valueStream().map(JsonNode::asString).toList());
        }
        if (expected.path("kinds").has(service.name())) {
            assertThat(service.kind()).isEqualTo(expected.path("kinds").path(service.name()).asString());
        }
        if (expected.path("aliases").has(service.name())) {
            assertThat(service.aliases()).containsExactlyInAnyOrderElementsOf(expected.path("aliases")
                    .path(service.name()).valueStream().map(JsonNode::asString).toList());
        }
    }

    private static void entries(JsonNode expected, List<Entry> entries) {
        assertThat(entries).extracting(Entry::service).containsExactlyInAnyOrderElementsOf(
                expected.propertyStream().map(Map.Entry::getKey).toList());
        for (Entry entry : entries) {
            JsonNode rate = expected.path(entry.service());
            if (rate.isNull()) {
                assertThat(entry.meanPerSecond()).as(entry.service()).isNull();
            } else {
                assertThat(entry.meanPerSecond()).as(entry.service()).isCloseTo(rate.asDouble(), within(1e-9));
            }
        }
    }

    private static String arrow(Call call) {
        return call.from() + " -> " + call.to();
    }
}
