package dev.tare.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import dev.tare.estate.Edits;
import dev.tare.intake.web.PlainBrowser.File;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class NamesAndUndoWebTest {
    private static final File SERVICES = File.of("services.csv", "service;replicas\nfront;1\napi;1\n");
    private static final File VERSIONS = File.of("k8s.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api-v1}
            spec:
              replicas: 2
              template:
                spec: {containers: [{name: app, image: "example.org/api:1"}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api-v2}
            spec:
              replicas: 3
              template:
                spec: {containers: [{name: app, image: "example.org/api:2"}]}
            """);

    private final PlainBrowser browser;
    private final Estates estates;
    private String slug = "";

    NamesAndUndoWebTest(@LocalServerPort int port, @Autowired Estates estates) {
        this.browser = new PlainBrowser(port);
        this.estates = estates;
    }

    @BeforeEach
    void anEmptyEstate() {
        slug = estates.create("Market").slug();
    }

    private EstateDocument estate() {
        return estates.get(slug).document();
    }

    private JsonNode run(File file) {
        HttpResponse<String> response = browser.post(api("/imports"), Map.of(), file);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private String api(String path) {
        return "/api/v1/estates/" + slug + path;
    }

    private JsonNode aliases() {
        return JsonMapper.shared().readTree(browser.get(api("/aliases"), "application/json").body());
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    @Test
    void programsAnswerAndTakeBack() {
        run(SERVICES);
        assertThat(run(VERSIONS).path("alike").size()).isEqualTo(2);
        EstateDocument before = estate();
        JsonNode asked = aliases().path("proposals");
        assertThat(asked.valueStream().map(one -> one.path("name").asString() + " is " + one.path("as").asString()))
                .containsExactly("api-v1 is api", "api-v2 is api");
        String one = asked.path(0).path("id").asString();
        String two = asked.path(1).path("id").asString();
        JsonNode said = JsonMapper.shared().readTree(browser.postJson(api("/aliases"),
                "{\"accept\": [\"" + one + "\"], \"refuse\": [\"" + two + "\"]}").body());
        assertThat(said.path("proposals").size()).isZero();
        assertThat(said.path("decided").size()).isEqualTo(2);
        assertThat(estate().services()).extracting(Service::name).containsExactly("front", "api", "api-v2");
        assertThat(estate().services().get(1).aliases()).containsExactly("api-v1");
        run(VERSIONS);
        assertThat(estate().services()).hasSize(3);
        assertThat(aliases().path("proposals").size()).as("a refused pair is not asked again").isZero();
        assertThat(browser.delete(api("/aliases/" + one)).statusCode()).isEqualTo(200);
        assertThat(estate()).isEqualTo(before);
        assertThat(aliases().path("proposals").size()).isEqualTo(1);
        assertThat(browser.delete(api("/aliases/" + one)).statusCode()).isEqualTo(404);
    }

    @Test
    void peopleAnswerWithoutScript() {
        run(SERVICES);
        run(VERSIONS);
        HttpResponse<String> page = browser.get("/estates/" + slug + "/aliases");
        assertThat(page.body()).contains("2 names look", "version 1 of it", "seen in kubernetes and spreadsheet");
        String id = first("name=\"accept\" value=\"(\\w+)\"", page.body());
        HttpResponse<String> joined = browser.post("/estates/" + slug + "/aliases", Map.of("accept", id));
        assertThat(joined.body()).contains("One name became part of its service.", "is api");
        assertThat(estate().services()).extracting(Service::name).containsExactly("front", "api", "api-v2");
        String rest = first("name=\"chosen\" value=\"(\\w+)\"", joined.body());
        HttpResponse<String> parted = browser.post("/estates/" + slug + "/aliases",
                Map.of("chosen", rest, "all", "two"));
        assertThat(parted.body()).contains("One stays a service of its own.", "is not api",
                "No two services here look like one.");
        HttpResponse<String> back = browser.post("/estates/" + slug + "/aliases/" + id + "/take-back", Map.of());
        assertThat(back.body()).contains("Taken back.");
        assertThat(estate().services()).extracting(Service::name).contains("api-v1", "api");
    }

    @Test
    void thePreviewAsksToo() {
        run(SERVICES);
        browser.get("/estates/" + slug + "/import");
        HttpResponse<String> preview = browser.post("/estates/" + slug + "/import", Map.of("format", "auto"), VERSIONS);
        assertThat(preview.body()).contains("Looks like one service", "version 2 of it");
        Matcher ids = Pattern.compile("name=\"alike-(\\w+)\" value=\"one\"").matcher(preview.body());
        assertThat(ids.find()).isTrue();
        String one = ids.group(1);
        assertThat(ids.find()).isTrue();
        browser.post(preview.uri().getPath(), Map.of("version", first("name=\"version\" value=\"(\\d+)\"",
                preview.body()), "alike-" + one, "one", "alike-" + ids.group(1), "one"));
        assertThat(estate().services()).extracting(Service::name).containsExactly("front", "api");
        EstateDocument once = estate();
        JsonNode again = run(VERSIONS);
        assertThat(again.path("added").size() + again.path("changed").size()).as(again.toString()).isZero();
        assertThat(estate()).isEqualTo(once);
    }

    @Test
    void billsAloneDoNotSpeakOfCalls() {
        run(SERVICES);
        browser.get("/estates/" + slug + "/import");
        HttpResponse<String> preview = browser.post("/estates/" + slug + "/import", Map.of("format", "auto"),
                File.of("costs.csv", "service,cost,currency,month\napi,10,USD,2026-09\n"));
        assertThat(preview.body()).contains("Money read").doesNotContain("Calls read");
    }

    @Test
    void undoneAtOnceTheEstateIsAsBefore() {
        run(SERVICES);
        EstateDocument before = estate();
        String id = run(VERSIONS).path("id").asString();
        EstateDocument after = estate();
        JsonNode dry = JsonMapper.shared().readTree(browser.delete(api("/imports/" + id + "?dryRun=true")).body());
        assertThat(dry.path("steps").size()).isPositive();
        assertThat(estate()).isEqualTo(after);
        assertThat(browser.delete(api("/imports/" + id)).statusCode()).isEqualTo(200);
        assertThat(estate()).isEqualTo(before);
        assertThat(browser.delete(api("/imports/" + id)).statusCode()).isEqualTo(409);
        assertThat(JsonMapper.shared().readTree(browser.get(api("/imports"), "application/json").body())
                .path(0).has("undoneAt")).isTrue();
        assertThat(browser.post(api("/imports/" + id + "/redo"), Map.of()).statusCode()).isEqualTo(200);
        assertThat(estate()).isEqualTo(after);
        assertThat(browser.delete(api("/imports/" + id)).statusCode()).isEqualTo(200);
        assertThat(estate()).isEqualTo(before);
    }

    @Test
    void whatWasEditedSinceStaysAndIsListed() {
        run(SERVICES);
        String id = run(VERSIONS).path("id").asString();
        estates.change(slug, Edits.putCall(_ -> false,
                new Call("front", "api-v1", "call", null, 1.0, null, null, null, null, null, List.of())));
        HttpResponse<String> preview = browser.get("/estates/" + slug + "/import/" + id + "/undo");
        assertThat(preview.body()).contains("What stays", "something that stays speaks of it", "What goes",
                "Take it back", "api-v2");
        HttpResponse<String> done = browser.post("/estates/" + slug + "/import/" + id + "/undo", Map.of());
        assertThat(done.body()).contains("Taken back.", "one thing that was edited since", "undone ", "Redo");
        assertThat(estate().services()).extracting(Service::name).containsExactly("front", "api", "api-v1");
        assertThat(estate().calls()).hasSize(1);
        assertThat(browser.get("/estates/" + slug + "/import/" + id + "/undo").body()).contains("Do it again");
        browser.post("/estates/" + slug + "/import/" + id + "/redo", Map.of());
        assertThat(estate().services()).extracting(Service::name).containsExactly("front", "api", "api-v1", "api-v2");
    }
}
