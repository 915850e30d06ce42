package dev.tare.review.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.estate.Cause;
import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.estate.EstateFormat;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.review.Kept;
import dev.tare.review.Snapshots;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "tare.sample=false",
    "tare.snapshots.first=P1D" })
class DiffApiTest {
    private final HttpClient client = HttpClient.newHttpClient();
    @LocalServerPort
    private int port;
    @Autowired
    private Estates estates;
    @Autowired
    private Snapshots snapshots;
    @Autowired
    private JdbcTemplate jdbc;
    private Snapshot first;
    private String slug = "";

    @BeforeEach
    void aShop() {
        first = estates.create(EstateDocument.named("Diffs").stating("Diffs", "EUR",
                new Today("eks-istio-sidecar", null, "one-each"))
                .withServices(List.of(Service.named("web"), Service.named("cart"), Service.named("pay")))
                .withCalls(List.of(call("web", "cart"), call("cart", "pay"))));
        slug = first.slug();
    }

    @AfterEach
    void away() {
        estates.delete(slug, estates.version(slug));
    }

    @Test
    void tellsWhatAServiceMoreWeighs() throws Exception {
        grow();
        JsonNode diff = json("?since=" + first.version());
        JsonNode gross = row(diff, "gross", "cost");
        assertThat(gross.get("change").asDouble()).isPositive();
        assertThat(gross.get("after").asDouble() - gross.get("before").asDouble())
                .isCloseTo(gross.get("change").asDouble(), within(1e-9));
        assertThat(gross.get("way").asString()).isEqualTo("more");
        assertThat(gross.get("probability").asDouble()).isEqualTo(1);
        assertThat(gross.get("byInventory").asDouble()).isEqualTo(gross.get("change").asDouble());
        assertThat(gross.get("byModel").asDouble()).isZero();
        assertThat(gross.get("low").asDouble()).isLessThanOrEqualTo(gross.get("high").asDouble()).isPositive();
        assertThat(diff.get("currency").asString()).isEqualTo("EUR");
        assertThat(diff.at("/inventory/services/added").toString()).isEqualTo("[\"ads\"]");
        assertThat(diff.at("/inventory/calls/added").toString()).isEqualTo("[\"web → ads\"]");
        assertThat(diff.at("/inventory/services/changed/0/name").asString()).isEqualTo("cart");
        assertThat(diff.at("/inventory/services/changed/0/fields").toString())
                .isEqualTo("[{\"field\":\"replicas\",\"before\":\"\",\"after\":\"4\"}]");
        assertThat(diff.has("verdict")).isFalse();
    }

    @Test
    void addsUpInEveryMeasure() throws Exception {
        grow();
        JsonNode diff = json("?since=" + first.version());
        for (String measure : List.of("cost", "p99Ms", "bytesPerMonth", "vcpu", "memory")) {
            double gross = row(diff, "gross", measure).get("change").asDouble();
            double rounding = 1e-9 * Math.max(1, row(diff, "gross", measure).get("after").asDouble());
            double tare = row(diff, "tare", measure).get("change").asDouble();
            assertThat(row(diff, "net", measure).get("change").asDouble() + tare).as(measure)
                    .isCloseTo(gross, within(rounding));
            double lines = diff.get("rows").valueStream()
                    .filter(row -> row.get("measure").asString().equals(measure)
                            && !List.of("gross", "net", "tare").contains(row.get("figure").asString()))
                    .mapToDouble(row -> row.get("change").asDouble()).sum();
            assertThat(lines).as("lines of " + measure).isCloseTo(tare, within(rounding));
        }
    }

    @Test
    void findsAStateHoweverItIsNamed() throws Exception {
        Kept kept = snapshots.now(slug);
        UUID id = UUID.randomUUID();
        estates.change(slug, Cause.imported("ads.yaml", id), Edits.putService(null, Service.named("ads")));
        for (String since : List.of(Long.toString(first.version()), "s" + kept.id(), id.toString(), "2020-01-01",
                "2020-01-01T00:00:00Z", "P30D", "P1M", "PT36H")) {
            JsonNode diff = json("?since=" + since);
            assertThat(diff.at("/from/version").asLong()).as(since).isEqualTo(first.version());
            assertThat(diff.at("/inventory/services/added").toString()).as(since).isEqualTo("[\"ads\"]");
        }
        assertThat(json("?since=P30D").get("notes").toString()).contains("begins later");
        assertThat(json("?since=" + id + "&to=" + first.version()).get("headline").asString())
                .isEqualTo("Nothing changed.");
        assertThat(json("?since=PT0S").get("headline").asString()).isEqualTo("Nothing changed.");
    }

    @Test
    void tellsTheCatalogueFromTheEstate() throws Exception {
        Kept kept = snapshots.now(slug);
        double gross = kept.standing().total("cost").gross().likely();
        jdbc.update("update snapshot set catalogue = 'older', standing = replace(standing, ?, ?) where id = ?",
                "\"likely\":" + gross, "\"likely\":" + (gross - 10), kept.id());
        grow();
        JsonNode row = row(json("?since=s" + kept.id()), "gross", "cost");
        assertThat(row.get("before").asDouble()).isCloseTo(gross - 10, within(1e-9));
        assertThat(row.get("byModel").asDouble()).isCloseTo(10, within(1e-6));
        assertThat(row.get("byInventory").asDouble() + 10).isCloseTo(row.get("change").asDouble(), within(1e-6));
        assertThat(text("?since=s" + kept.id() + "&format=text")).contains("from changed assumptions");
    }

    @Test
    void judgesALimit() throws Exception {
        grow();
        String since = "?since=" + first.version();
        assertThat(json(since + "&failOver=0%25").get("verdict").asString()).isEqualTo("fail");
        assertThat(json(since + "&failOver=900%25").get("verdict").asString()).isEqualTo("pass");
        assertThat(json(since + "&failOver=tare:100000").get("verdict").asString()).isEqualTo("pass");
        assertThat(text(since + "&failOver=0&format=text"))
                .contains("\nverdict: fail (gross cost may rise by €0 a month)");
        assertThat(get(since + "&failOver=much").statusCode()).isEqualTo(422);
    }

    @Test
    void answersInTheFormAskedFor() throws Exception {
        grow();
        String since = "?since=" + first.version();
        assertThat(get(since + "&format=markdown").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/markdown");
        HttpResponse<String> accepted = send(request(since).header("Accept", "text/plain"));
        assertThat(accepted.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(accepted.body()).startsWith("Diffs: version ").contains("+ service ads", "+ call web → ads");
        assertThat(send(request(since).header("Accept", "text/markdown")).body()).startsWith("### What this does");
        assertThat(get(since).headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @Test
    void tellsWhatADocumentWouldChangeAndStoresNothing() throws Exception {
        EstateDocument grown = Edits.putService(null, Service.named("ads")).apply(first.document());
        for (EstateFormat format : EstateFormat.values()) {
            HttpResponse<String> answer = send(request("").header("Content-Type",
                    "application/" + format.name().toLowerCase(java.util.Locale.ROOT))
                    .POST(BodyPublishers.ofString(format.write(grown))));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode diff = JsonMapper.shared().readTree(answer.body());
            assertThat(diff.at("/inventory/services/added").toString()).isEqualTo("[\"ads\"]");
            assertThat(row(diff, "gross", "cost").get("change").asDouble()).isPositive();
            assertThat(diff.get("estate").asString()).isEqualTo(slug);
        }
        assertThat(estates.get(slug)).isEqualTo(first);
    }

    /** The two requests a pipeline makes. */
    @Test
    void tellsWhatAFileWouldChange() throws Exception {
        String boundary = "tare-boundary";
        String body = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ads.yaml\"\r\n\r\n"
                + """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: ads}
                        spec: {replicas: 2, template: {spec: {containers: [{name: ads, image: "x/ads:1"}]}}}
                        """ + "\r\n--" + boundary + "--\r\n";
        HttpResponse<String> dry = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port
                + "/api/v1/estates/" + slug + "/imports?dryRun=true"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(dry.statusCode()).as(dry.body()).isEqualTo(200);
        JsonNode estate = JsonMapper.shared().readTree(dry.body()).get("estate");
        HttpResponse<String> answer = send(request("?format=text&failOver=0").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(estate.toString())));
        assertThat(answer.body()).contains("+ service ads", "-> this document", "verdict: fail")
                .doesNotContain("- service");
        assertThat(estates.get(slug)).isEqualTo(first);
    }

    @Test
    void refusesADocumentThatCannotBe() throws Exception {
        EstateDocument wrong = first.document().withCalls(List.of(call("web", "nobody")));
        HttpResponse<String> answer = send(request("").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EstateFormat.JSON.write(wrong))));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("calls[0]");
    }

    @Test
    void weighsAnEstateThatBeganEmpty() throws Exception {
        Snapshot empty = estates.create("Began empty");
        estates.change(empty.slug(), Edits.putService(null, Service.named("a")));
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port
                + "/api/v1/estates/" + empty.slug() + "/diff?since=" + empty.version())).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode gross = row(JsonMapper.shared().readTree(answer.body()), "gross", "cost");
        assertThat(gross.get("before").asDouble()).isZero();
        assertThat(gross.has("percent")).isFalse();
        assertThat(gross.get("after").asDouble()).isPositive();
        estates.delete(empty.slug(), estates.version(empty.slug()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "yesterday", "P", "-1", "2026-13-01", "s", "2026-01-01T00:00" })
    void refusesWhatNamesNoState(String since) throws Exception {
        HttpResponse<String> answer = get("?since=" + since);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("P7D");
    }

    @ParameterizedTest
    @ValueSource(strings = { "999", "s999999999", "00000000-0000-4000-8000-000000000000" })
    void saysWhatIsNotKept(String since) throws Exception {
        assertThat(get("?since=" + since).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({ "a=never,422", "a=999,404", "a=0&b=never,422", "a=0&b=now,200", "days=x,422" })
    void saysOnThePageToo(String query, int status) throws Exception {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port
                + "/estates/" + slug + "/history?" + query)).header("Accept", "text/html").build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private void grow() {
        estates.change(slug, document -> Edits.putService(null, Service.named("ads")).apply(document)
                .withCalls(List.of(call("web", "cart"), call("cart", "pay"), call("web", "ads")))
                .withServices(List.of(Service.named("web"), replicas("cart"), Service.named("pay"),
                        Service.named("ads"))));
    }

    private static Service replicas(String name) {
        return new Service(name, List.of(), null, null, null, null, 4.0, null, null, null, null, null, null, List.of(),
                null, null, null, null, List.of(), List.of(), List.of());
    }

    private static Call call(String from, String to) {
        return new Call(from, to, null, null, null, null, null, null, null, null, List.of());
    }

    private static JsonNode row(JsonNode diff, String figure, String measure) {
        return diff.get("rows").valueStream().filter(row -> row.get("figure").asString().equals(figure)
                && row.get("measure").asString().equals(measure)).findFirst().orElseThrow();
    }

    private JsonNode json(String query) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(text(query));
    }

    private String text(String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> get(String query) throws IOException, InterruptedException {
        return send(request(query));
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest
                .newBuilder(URI.create("http://localhost:" + port + "/api/v1/estates/" + slug + "/diff" + query));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
