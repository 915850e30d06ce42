package dev.tare.intake.jaeger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.live.Asking;
import dev.tare.intake.live.LiveSource;
import dev.tare.intake.live.TestServer;
import dev.tare.intake.zipkin.ZipkinSources;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Jaeger and Zipkin behind small servers that answer as theirs do: each trace of a front end that calls a cart twice, and
 * a link to a mailer that no trace of those asked for shows.
 */
class TraceServersTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final long MICROS = NOW.toEpochMilli() * 1000 - 3_600_000_000L;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Draft ask(LiveSource source, String... fields) {
        Map<String, String> all = new HashMap<>(Map.of("url", server.root() + "/"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return Asking.ask(source, EstateDocument.named("Shop"), NOW, all);
    }

    private void jaeger(int traces) {
        String all = IntStream.range(0, traces).mapToObj(TraceServersTest::jaegerTrace)
                .collect(Collectors.joining(","));
        server.json("/api/services", "{\"data\":[\"front\",\"cart\",\"idle\"],\"total\":3,\"errors\":null}");
        server.on("/api/traces", exchange -> TestServer.answer(exchange, 200, "application/json",
                exchange.getRequestURI().getQuery().contains("service=idle")
                        ? "{\"data\":[],\"errors\":null}"
                        : "{\"data\":[" + all + "],\"errors\":null}"));
        server.json("/api/dependencies", "{\"data\":[{\"parent\":\"front\",\"child\":\"cart\",\"callCount\":999},"
                + "{\"parent\":\"cart\",\"child\":\"mailer\",\"callCount\":500}]}");
    }

    private static String jaegerTrace(int number) {
        String id = "%016x".formatted(number + 1);
        long start = MICROS + number * 1_000_000L;
        return "{\"traceID\":\"" + id + "\",\"spans\":[" + span(id, "a", "", "p1", "server", start, 9000) + ","
                + span(id, "b", "a", "p1", "client", start + 1000, 2000) + ","
                + span(id, "c", "b", "p2", "server", start + 1500, 1000) + ","
                + span(id, "d", "a", "p1", "client", start + 4000, 2000) + ","
                + span(id, "e", "d", "p2", "server", start + 4500, 1000)
                + "],\"processes\":{\"p1\":{\"serviceName\":\"front\"},\"p2\":{\"serviceName\":\"cart\"}}}";
    }

    private static String span(String trace, String id, String parent, String process, String kind, long start,
            long duration) {
        String references = parent.isEmpty()
                ? ""
                : "{\"refType\":\"CHILD_OF\",\"traceID\":\"" + trace
                        + "\",\"spanID\":\"" + parent.repeat(16) + "\"}";
        return ("{\"traceID\":\"%s\",\"spanID\":\"%s\",\"operationName\":\"x\",\"references\":[%s],\"startTime\":%d,"
                + "\"duration\":%d,\"tags\":[{\"key\":\"span.kind\",\"type\":\"string\",\"value\":\"%s\"}],"
                + "\"processID\":\"%s\"}").formatted(trace, id.repeat(16), references, start, duration, kind, process);
    }

    private static Call call(Draft draft, String from, String to) {
        return draft.document().calls().stream().filter(call -> call.from().equals(from) && call.to().equals(to))
                .findFirst()
                .orElseThrow(() -> new AssertionError(from + " → " + to + " in " + draft.document().calls()));
    }

    @Test
    void jaegersTracesAndLinksAreReadAsFilesOfThemAre() {
        jaeger(60);
        Draft draft = ask(new JaegerSource(), "window", "1 h");
        assertThat(call(draft, "front", "cart").perRequest()).isCloseTo(2, within(1e-9));
        assertThat(call(draft, "front", "cart").observedCalls()).isEqualTo(120);
        assertThat(call(draft, "cart", "mailer").perRequest()).isPositive();
        assertThat(draft.document().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.service()).isEqualTo("front");
            assertThat(entry.meanPerSecond()).isCloseTo(60 / 3600.0, within(1e-9));
        });
        assertThat(draft.files()).containsExactlyInAnyOrder(new FileRead(server.root(), "jaeger", 600),
                new FileRead(server.root(), "dependencies", 2));
        assertThat(call(draft, "front", "cart").provenance().getFirst().file())
                .isEqualTo(server.root() + "/api/traces, last 1 h");
        assertThat(server.asked()).hasSize(5).anySatisfy(asked -> assertThat(asked).contains("/api/traces?")
                .contains("service=front").contains("limit=200").contains("start=" + MICROS)
                .contains("end=" + (MICROS + 3_600_000_000L)))
                .anySatisfy(asked -> assertThat(asked).contains("/api/dependencies?").contains("lookback=3600000"));
    }

    @Test
    void tracesThatWereCutGiveNoRates() {
        jaeger(10);
        Draft draft = ask(new JaegerSource(), "limit", "10");
        assertThat(draft.document().entries()).singleElement()
                .satisfies(entry -> assertThat(entry.meanPerSecond()).isNull());
        assertThat(draft.findings()).extracting(Finding::code).contains("traces-cut");
        assertThat(call(draft, "front", "cart").perRequest()).isCloseTo(2, within(1e-9));
    }

    @Test
    void theShareTracedScalesRates() {
        jaeger(60);
        assertThat(ask(new JaegerSource(), "window", "1 h", "sampling", "10 %").document().entries().getFirst()
                .meanPerSecond()).isCloseTo(600 / 3600.0, within(1e-9));
    }

    @Test
    void zipkinsTracesAndLinksToo() {
        server.json("/api/v2/services", "[\"front\",\"cart\"]");
        server.json("/api/v2/traces", "[" + IntStream.range(0, 30).mapToObj(TraceServersTest::zipkinTrace)
                .collect(Collectors.joining(",")) + "]");
        server.json("/api/v2/dependencies", "[{\"parent\":\"cart\",\"child\":\"mailer\",\"callCount\":15}]");
        Draft draft = ask(ZipkinSources.zipkin(), "window", "1 h");
        assertThat(call(draft, "front", "cart").perRequest()).isCloseTo(1, within(1e-9));
        assertThat(call(draft, "front", "cart").observedCalls()).isEqualTo(30);
        assertThat(call(draft, "cart", "mailer").observedCalls()).isEqualTo(15);
        assertThat(draft.document().entries()).singleElement()
                .satisfies(entry -> assertThat(entry.meanPerSecond()).isCloseTo(30 / 3600.0, within(1e-9)));
        assertThat(server.asked()).anySatisfy(asked -> assertThat(asked).contains("serviceName=front")
                .contains("lookback=3600000").contains("endTs=" + NOW.toEpochMilli()));
    }

    private static String zipkinTrace(int number) {
        String id = "%016x".formatted(number + 1);
        long start = MICROS + number * 1_000_000L;
        return ("[{\"traceId\":\"%1$s\",\"id\":\"%1$s\",\"kind\":\"SERVER\",\"timestamp\":%2$d,\"duration\":9000,"
                + "\"localEndpoint\":{\"serviceName\":\"front\"}},{\"traceId\":\"%1$s\",\"parentId\":\"%1$s\","
                + "\"id\":\"00000000000000aa\",\"kind\":\"CLIENT\",\"timestamp\":%3$d,\"duration\":3000,"
                + "\"localEndpoint\":{\"serviceName\":\"front\"}},{\"traceId\":\"%1$s\",\"parentId\":\"%1$s\","
                + "\"id\":\"00000000000000aa\",\"kind\":\"SERVER\",\"shared\":true,\"timestamp\":%3$d,\"duration\":2500,"
                + "\"localEndpoint\":{\"serviceName\":\"cart\"}}]").formatted(id, start, start + 1000);
    }

    @Test
    void saysWhatIsNoneOfThem() {
        for (LiveSource source : List.of(new JaegerSource(), ZipkinSources.zipkin())) {
            assertThatThrownBy(() -> ask(source)).isInstanceOf(ImportFailed.class).hasMessageContaining("404");
        }
        server.on("/api/services", exchange -> TestServer.answer(exchange, 200, "text/html", "<html>Jaeger UI</html>"));
        assertThatThrownBy(() -> ask(new JaegerSource())).hasMessageContaining("not as one");
        server.json("/api/services", "{\"data\":null}").json("/api/dependencies", "{\"data\":[]}");
        assertThatThrownBy(() -> ask(new JaegerSource())).hasMessageContaining("no service that wrote any");
        server.json("/api/services", "{\"data\":[\"a\"").json("/api/dependencies", "{\"data\":[]}");
        assertThatThrownBy(() -> ask(new JaegerSource())).isInstanceOf(ImportFailed.class);
    }

    @Test
    void saysWhatIsWrongWithTheForm() {
        assertThatThrownBy(() -> ask(new JaegerSource(), "limit", "0")).hasMessageContaining("1 to 5000");
        assertThatThrownBy(() -> ask(new JaegerSource(), "limit", "many")).hasMessageContaining("1 to 5000");
        assertThatThrownBy(() -> ask(new JaegerSource(), "window", "soon")).hasMessageContaining("a time such as");
        assertThatThrownBy(() -> ask(new JaegerSource(), "url", "")).hasMessageContaining("the address of a Jaeger");
    }
}
