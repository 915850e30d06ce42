package dev.tare.estate.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.Documents;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateFormat;
import dev.tare.estate.rest.Program.Answer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class EstatesApiTest {
    private static final String ESTATES = "/api/v1/estates";
    private final Program program;
    private String estate = "";
    private String etag = "";

    EstatesApiTest(@LocalServerPort int port) {
        this.program = new Program(port);
    }

    @BeforeEach
    void createAnEstate() {
        Answer created = program.post(ESTATES, "{\"name\": \"Online shop\"}");
        assertThat(created.status()).isEqualTo(201);
        estate = created.header("Location");
        etag = created.header("ETag");
        assertThat(estate).startsWith(ESTATES + "/online-shop");
    }

    @Test
    void takesAndGivesBackADocument() {
        String json = EstateFormat.JSON.write(Documents.everythingStated());
        Answer replaced = program.put(estate, json, "If-Match", etag);
        assertThat(replaced.status()).isEqualTo(200);
        Answer read = program.get(estate);
        assertThat(read.text()).isEqualTo(json);
        assertThat(read.header("ETag")).isEqualTo(replaced.header("ETag")).isNotEqualTo(etag);
        assertThat(program.get(estate, "If-None-Match", read.header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void takesAndGivesBackYaml() {
        String yaml = EstateFormat.YAML.write(Documents.everythingStated());
        assertThat(program.put(estate, yaml, "If-Match", etag, "Content-Type", "application/yaml").status())
                .isEqualTo(200);
        Answer read = program.get(estate, "Accept", "application/yaml");
        assertThat(read.header("Content-Type")).startsWith("application/yaml");
        assertThat(EstateFormat.YAML.read(new ByteArrayInputStream(read.text().getBytes(StandardCharsets.UTF_8)),
                EstateDocument.class)).isEqualTo(Documents.everythingStated());
    }

    @Test
    void listsEstates() {
        program.put(estate, EstateFormat.JSON.write(Documents.everythingStated()), "If-Match", etag);
        assertThat(program.get(ESTATES).json().valueStream().toList()).anySatisfy(one -> {
            assertThat(one.get("slug").asString()).isEqualTo(estate.substring(ESTATES.length() + 1));
            assertThat(one.get("services").asInt()).isEqualTo(3);
            assertThat(one.get("calls").asInt()).isEqualTo(2);
            assertThat(one.get("updatedAt").asString()).matches("\\d{4}-.*Z");
        });
    }

    @Test
    void asksForTheVersionThatIsReplaced() {
        assertThat(program.put(estate, "{\"name\": \"Other\"}").status()).isEqualTo(428);
        assertThat(program.delete(estate).status()).isEqualTo(428);
    }

    @Test
    void refusesAStaleVersionWithTheCurrentOne() {
        Answer newer = program.put(estate, "{\"name\": \"Newer\"}", "If-Match", etag);
        for (Answer stale : new Answer[]{ program.put(estate, "{\"name\": \"Stale\"}", "If-Match", etag),
            program.delete(estate, "If-Match", etag), program.delete(estate, "If-Match", "\"who knows\"") }) {
            assertThat(stale.status()).isEqualTo(409);
            assertThat(stale.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat("\"" + stale.json().get("currentVersion").asString() + "\"").isEqualTo(newer.header("ETag"));
        }
        assertThat(program.get(estate).json().get("name").asString()).isEqualTo("Newer");
        assertThat(program.delete(estate, "If-Match", newer.header("ETag")).status()).isEqualTo(204);
        assertThat(program.get(estate).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"name\": \"x\", \"services\": [{\"name\": \"a\", \"cpu\": {\"request\": -1}}]} | services[0].cpu.request | a number that is 0 or more | -1.0",
        "{\"name\": \"x\", \"services\": [{\"name\": \"a\", \"cpu\": {\"request\": \"much\"}}]} | services[0].cpu.request | a number | much",
        "{\"name\": \"x\", \"services\": [{\"name\": \"a\", \"cpus\": 3}]} | services[0].cpus | one of aliases, costs, cpu | cpus",
        "{\"name\": \"x\", \"services\": [{\"name\": \"a\"}, {\"name\": \"a\"}]} | services[1].name | a name that is not taken | a",
        "{\"name\": \"x\", \"services\": [{}]} | services[0].name | a name | nothing",
        "{\"name\": \"x\", \"services\": [{\"name\": \"a\"}], \"calls\": [{\"from\": \"a\", \"to\": \"b\"}]} | calls[0].to | the name of a service in this estate | b",
        "{\"name\": \"x\", \"services\": [{\"name\": \"a\", \"isolation\": \"armed\"}]} | services[0].isolation | one of none, tenant, untrusted, regulated | armed",
        "{\"name\": \"x\", \"services\": [{\"name\": \"a\", \"workMs\": {\"p50\": 5, \"p99\": 4}}]} | services[0].workMs.p99 | not less than p50 | 4.0",
        "{\"name\": \"x\", \"currency\": \"XXQ\"} | currency | one of | XXQ",
        "{\"name\": \"x\", \"today\": {\"grouping\": \"heaps\"}} | today.grouping | one of one-each, per-team, all-in-one, advised | heaps",
        "{\"name\": \"x\", \"today\": {\"preset\": \"ship\"}} | today.preset | one of | ship",
        "{\"name\": \"x\", \"today\": {\"preset\": \"vm-systemd\", \"axes\": {\"wiring\": \"nowhere\"}}} | today.axes | | nowhere",
        "{\"name\": \"x\", \"shapes\": [{\"name\": \"s\", \"axes\": {\"packaging\": \"archive\", \"isolation\": \"runc\", \"placement\": \"systemd\", \"wiring\": \"loopback\", \"watching\": \"os-tools\"}}]} | shapes[0].axes.isolation | runc container with | runc",
        "{\"name\": \"x\", \"shapes\": [{\"name\": \"s\", \"axes\": {\"packaging\": \"archive\"}}]} | shapes[0].axes.isolation | No option is chosen for isolation. | nothing",
        "{\"tare\": \"estate/9\", \"name\": \"x\"} | tare | estate/1 | estate/9",
        "{\"name\": \"x\", \"costs\": [{\"monthly\": 1e99999999}]} | costs[0].monthly | an amount with at most 30 digits | 1E+99999999",
        "{\"name\": \" \"} | name | a name | ` `" })
    void saysWhatIsWrongWhere(String body, String path, String expected, String found) {
        Answer refused = program.put(estate, body, "If-Match", etag);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        var error = refused.json().get("errors").get(0);
        assertThat(error.get("path").asString()).isEqualTo(path);
        assertThat(error.get("expected").asString()).startsWith(expected == null ? "" : expected);
        assertThat(error.get("found").asString()).contains(found.strip());
        assertThat(program.get(estate).json().get("name").asString()).isEqualTo("Online shop");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "", "null", "{\"name\": \"a\", \"name\": \"b\"}", "[[[[", "\u0000" })
    void cannotReadWhatIsNoDocument(String body) {
        assertThat(program.put(estate, body, "If-Match", etag).status()).as(body).isIn(400, 422);
    }

    @Test
    void refusesDeepNestingAndAliasBombs() {
        String deep = "{\"name\": " + "[".repeat(100_000);
        assertThat(program.put(estate, deep, "If-Match", etag).status()).isIn(400, 422);
        assertThat(program.put(estate, "name: " + "[".repeat(100_000), "If-Match", etag, "Content-Type",
                "application/yaml").status()).isIn(400, 422);
        String bomb = "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nname: bomb\n";
        assertThat(program.put(estate, bomb, "If-Match", etag, "Content-Type", "application/yaml").status())
                .isIn(400, 422);
    }

    @Test
    void refusesOtherFormats() {
        assertThat(program.put(estate, "<a/>", "If-Match", etag, "Content-Type", "text/xml").status()).isEqualTo(415);
        assertThat(program.get(estate, "Accept", "text/csv").status()).isEqualTo(406);
        assertThat(program.get(ESTATES + "/nowhere").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "front end", "a/b", "a//b", "50%", "ü→ö 漢字", "a;b=c", "a\\b", "a?b#c", "<b>\"'&amp;",
        "a..b",
        "%2F", "a+b" })
    void addressesServicesWhateverTheirNames(String name) {
        Answer added = program.post(estate + "/services", "{\"name\": " + quoted(name) + "}");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String address = added.header("Location");
        Answer read = program.get(address);
        assertThat(read.status()).as(address).isEqualTo(200);
        assertThat(read.json().get("name").asString()).isEqualTo(name);
        assertThat(program.put(address, "{\"replicas\": 3}").json().get("replicas").asInt()).isEqualTo(3);
        assertThat(program.delete(address).status()).isEqualTo(204);
        assertThat(program.get(address).status()).isEqualTo(404);
    }

    @Test
    void registersServicesOneAtATime() {
        assertThat(program.post(estate + "/services", "{\"name\": \"cart\", \"team\": \"Core\"}").status())
                .isEqualTo(201);
        assertThat(program.post(estate + "/services", "{\"name\": \"cart\"}").status()).isEqualTo(422);
        assertThat(program.get(estate + "/teams").json().get(0).get("name").asString()).isEqualTo("Core");
        Answer read = program.get(estate + "/services/cart");
        Answer changed = program.put(estate + "/services/cart", "{\"name\": \"basket\", \"replicas\": 2}", "If-Match",
                read.header("ETag"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(program.get(estate + "/services/cart").status()).isEqualTo(404);
        assertThat(program.put(estate + "/services/basket", "{}", "If-Match", read.header("ETag")).status())
                .isEqualTo(409);
        assertThat(program.put(estate + "/services/basket", "{\"memory\": {\"used\": -4}}").json().at("/errors/0/path")
                .asString()).isEqualTo("memory.used");
        assertThat(program.get(estate + "/services").json()).hasSize(1);
    }

    @Test
    void registersCallsOneAtATime() {
        program.post(estate + "/services", "{\"name\": \"a/->b\"}");
        program.post(estate + "/services", "{\"name\": \"c\", \"aliases\": [\"sea\"]}");
        Answer added = program.post(estate + "/calls", "{\"from\": \"a/->b\", \"to\": \"sea\", \"perRequest\": 2}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().get("to").asString()).isEqualTo("c");
        String address = added.header("Location");
        assertThat(program.get(address).json().get("perRequest").asInt()).isEqualTo(2);
        Answer changed = program.put(address, "{\"perRequest\": 3, \"mode\": \"async\"}");
        assertThat(changed.json().get("from").asString()).isEqualTo("a/->b");
        assertThat(program.get(estate + "/calls?to=c").json().get(0).get("mode").asString()).isEqualTo("async");
        assertThat(program.get(estate + "/calls?from=c").json()).isEmpty();
        program.post(estate + "/calls", "{\"from\": \"a/->b\", \"to\": \"c\"}");
        assertThat(program.get(address).status()).isEqualTo(422);
        assertThat(program.get(address + "?mode=async").json().get("perRequest").asInt()).isEqualTo(3);
        assertThat(program.delete(address + "?mode=async").status()).isEqualTo(204);
        assertThat(program.delete(address).status()).isEqualTo(204);
        assertThat(program.delete(address).status()).isEqualTo(404);
        assertThat(program.post(estate + "/calls", "{\"from\": \"c\", \"to\": \"x\"}").json().at("/errors/0/path")
                .asString()).isEqualTo("to");
    }

    @Test
    void registersTeamsAndEntriesOneAtATime() {
        program.post(estate + "/services", "{\"name\": \"web\", \"team\": \"Front\"}");
        assertThat(program.put(estate + "/teams/Front", "{\"name\": \"Face\", \"engineers\": 4}").status())
                .isEqualTo(200);
        assertThat(program.get(estate + "/services/web").json().get("team").asString()).isEqualTo("Face");
        assertThat(program.delete(estate + "/teams/Face").status()).isEqualTo(204);
        assertThat(program.get(estate + "/services/web").json().has("team")).isFalse();
        Answer entry = program.post(estate + "/entries", "{\"service\": \"web\", \"meanPerSecond\": 120}");
        assertThat(entry.header("Location")).isEqualTo(estate + "/entries/web");
        assertThat(program.put(estate + "/entries/web", "{\"meanPerSecond\": 9, \"peakPerSecond\": 3}").json()
                .at("/errors/0/path").asString()).isEqualTo("peakPerSecond");
        assertThat(program.delete(estate + "/services/web").status()).isEqualTo(204);
        assertThat(program.get(estate + "/entries").json()).isEmpty();
    }

    @Test
    void givesEstatesInAnyScriptAnAddress() {
        Answer created = program.post(ESTATES, "{\"name\": \"Магазин\"}");
        assertThat(created.header("Location")).startsWith(ESTATES + "/estate");
        assertThat(program.get(created.header("Location")).json().get("name").asString()).isEqualTo("Магазин");
    }

    private static String quoted(String text) {
        return EstateFormat.JSON.write(text);
    }
}
