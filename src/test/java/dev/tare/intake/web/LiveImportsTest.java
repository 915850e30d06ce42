package dev.tare.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tare.browser.Browser;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.Estates;
import dev.tare.intake.live.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports from a running system, over the API and on the page, with script and without. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class LiveImportsTest {
    private final PlainBrowser plain;
    private final String root;
    private final Estates estates;
    private final JdbcClient jdbc;
    private TestServer zipkin;
    private String slug = "";

    LiveImportsTest(@LocalServerPort int port, @Autowired Estates estates, @Autowired JdbcClient jdbc) {
        this.plain = new PlainBrowser(port);
        this.root = "http://localhost:" + port;
        this.estates = estates;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void start() throws IOException {
        slug = estates.create("Market").slug();
        zipkin = new TestServer().json("/api/v2/services", "[\"till\"]").json("/api/v2/traces", "[]")
                .json("/api/v2/dependencies", "[{\"parent\":\"till\",\"child\":\"stock\",\"callCount\":15}]");
    }

    @AfterEach
    void stop() {
        zipkin.close();
    }

    private HttpResponse<String> run(String json) {
        return plain.postJson("/api/v1/estates/" + slug + "/imports/live", json);
    }

    private JsonNode answer(String json, int status) {
        HttpResponse<String> response = run(json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(response.body());
    }

    private String asked(String more) {
        return "{\"kind\":\"zipkin\",\"url\":\"" + zipkin.root() + "\"" + more + "}";
    }

    @Test
    void importsForPrograms() {
        JsonNode dry = answer(asked(",\"window\":\"24 h\",\"dryRun\":true"), 200);
        assertThat(dry.path("applied").asBoolean(true)).isFalse();
        assertThat(dry.path("added").size()).isEqualTo(4);
        assertThat(estates.get(slug).document().calls()).isEmpty();
        JsonNode done = answer(asked(",\"window\":\"24 h\""), 200);
        assertThat(done.path("applied").asBoolean()).isTrue();
        assertThat(done.path("files").path(0).path("name").asString()).isEqualTo(zipkin.root());
        assertThat(estates.get(slug).document().calls()).extracting(Call::from).containsExactly("till");
    }

    @Test
    void refusesWithAReasonForPrograms() {
        JsonNode refused = answer("{\"kind\":\"prometheus\",\"url\":\"http://169.254.169.254/\"}", 422);
        assertThat(refused.path("errors").path(0).path("found").asString()).contains("link-local");
        assertThat(refused.path("errors").path(0).path("expected").asString()).contains("tare.live.allow");
        assertThat(answer("{\"kind\":\"telepathy\"}", 422).path("errors").path(0).path("expected").asString())
                .isEqualTo("jaeger, prometheus, registry, zipkin");
        assertThat(answer("{\"kind\":\"registry\"}", 422).path("detail").asString()).contains("an image");
        assertThat(run("{").statusCode()).isEqualTo(400);
        assertThat(run("{\"kind\":\"prometheus\",\"colour\":\"red\"}").statusCode()).isIn(400, 422);
    }

    @Test
    void theApiIsDescribed() {
        JsonNode described = JsonMapper.shared().readTree(plain.get("/v3/api-docs", "application/json").body());
        assertThat(described.path("paths").path("/api/v1/estates/{slug}/imports/live").has("post")).isTrue();
        assertThat(described.path("components").path("schemas").path("LiveRequest").path("properties")
                .propertyNames()).contains("kind", "url", "window", "platform", "images", "dryRun");
    }

    @Test
    void credentialsAreNeitherKeptNorShownAgain() {
        plain.get("/estates/" + slug + "/import");
        HttpResponse<String> preview = plain.post("/estates/" + slug + "/import/live",
                Map.of("kind", "zipkin", "url", zipkin.root(), "username", "ada", "password", "hunter2-kept?", "token",
                        ""));
        assertThat(preview.body()).contains("What would change").doesNotContain("hunter2-kept");
        zipkin.on("/api/v2/services", exchange -> TestServer.answer(exchange, 401, "text/plain", "no"));
        HttpResponse<String> refused = plain.post("/estates/" + slug + "/import/live",
                Map.of("kind", "zipkin", "url", zipkin.root(), "token", "t0ken-kept?"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("401", zipkin.root()).doesNotContain("t0ken-kept");
        assertThat(jdbc.sql("select draft from import_record").query(String.class).list())
                .isNotEmpty().noneMatch(draft -> draft.contains("-kept"));
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void importsOnThePage(boolean script) {
        try (Browser browser = Browser.open()) {
            Page page = browser.page(script);
            page.navigate(root + "/estates/" + slug + "/import");
            page.locator("#live-kind").selectOption("jaeger");
            page.locator("#live-url").fill("http://169.254.169.254/");
            page.locator("text=Ask this system").click();
            assertThat(page.locator(".error-summary").innerText()).contains("169.254.169.254", "link-local");
            assertThat(page.locator("#live-url").inputValue()).isEqualTo("http://169.254.169.254/");
            look(script, browser, page, "import-live-refused");
            page.locator("#live-kind").selectOption("zipkin");
            page.locator("#live-url").fill(zipkin.root());
            page.locator("text=Ask this system").click();
            page.locator("h1:has-text('What would change')").waitFor();
            page.locator("button:has-text('Apply')").first().click();
            assertThat(page.locator(".notice.good").innerText()).contains("Imported.");
        }
        assertThat(estates.get(slug).document().calls()).hasSize(1);
    }

    @Test
    void scriptShowsOnlyWhatASystemIsAskedWith() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page(true);
            page.navigate(root + "/estates/" + slug + "/import");
            assertThat(page.locator("#live-namespaces").isVisible()).isTrue();
            assertThat(page.locator("#live-platform").isVisible()).isFalse();
            page.locator("#live-kind").selectOption("registry");
            assertThat(page.locator("#live-namespaces").isVisible()).isFalse();
            assertThat(page.locator("#live-platform").isVisible()).isTrue();
        }
    }

    private static void look(boolean script, Browser browser, Page page, String name) {
        if (script) {
            browser.look(page, name);
        }
    }
}
