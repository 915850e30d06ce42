package dev.tare.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateFormat;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.intake.web.PlainBrowser.File;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class ImportsWebTest {
    private static final String SHOP = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: till}
            spec:
              replicas: %d
              template:
                metadata: {labels: {app: till}}
                spec:
                  containers:
                  - name: app
                    image: example.org/till:1
                    env:
                    - {name: STOCK_URL, value: "http://stock:8080"}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: stock}
            spec:
              template:
                metadata: {labels: {app: stock}}
                spec:
                  containers:
                  - {name: app, image: "example.org/stock:1"}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: stock}
            spec: {selector: {app: stock}, ports: [{port: 8080}]}
            """;
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final PlainBrowser browser;
    private final Estates estates;
    private String slug = "";

    ImportsWebTest(@LocalServerPort int port, @Autowired Estates estates) {
        this.browser = new PlainBrowser(port);
        this.estates = estates;
    }

    @BeforeEach
    void anEmptyEstate() {
        slug = estates.create("Market").slug();
    }

    private static File shop(int replicas) {
        return File.of("shop.yaml", SHOP.formatted(replicas));
    }

    private Snapshot estate() {
        return estates.get(slug);
    }

    private JsonNode run(String query, File... files) {
        HttpResponse<String> response = browser.post("/api/v1/estates/" + slug + "/imports" + query, Map.of(), files);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void importsForPrograms() {
        JsonNode answer = run("", shop(2));
        assertThat(answer.path("applied").asBoolean()).isTrue();
        assertThat(answer.path("id").asString()).isNotEmpty();
        assertThat(answer.path("files").path(0).path("format").asString()).isEqualTo("kubernetes");
        assertThat(answer.path("files").path(0).path("read").asInt()).isEqualTo(3);
        assertThat(answer.path("draft").path("services").size()).isEqualTo(2);
        assertThat(answer.path("added").size()).isEqualTo(4);
        assertThat(answer.path("findings").path(0).path("severity").asString()).isIn("info", "warning");
        assertThat(estate().document().calls()).extracting(Call::from, Call::to)
                .containsExactly(tuple("till", "stock"));
        assertThat(estate().document().today().preset()).isEqualTo("kubernetes");
    }

    @Test
    void joinsEverythingThatSpeaksOfOneEstate() {
        JsonNode answer = run("", shop(2), File.of("compose.yaml", """
                services:
                  till: {image: "example.org/till:1", depends_on: [stock]}
                  stock: {image: "example.org/stock:1"}
                  mail: {image: "example.org/mail:1", mem_limit: 64m}
                """), File.of("images.json", """
                [{"RepoTags": ["example.org/till:1"], "Size": 7000000, "RootFS": {"Layers": []}}]
                """), File.of("catalog-info.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: till}
                spec: {type: service, owner: checkout}
                """), File.of("sheet.csv", "service;replicas;p99\nmail;3;80 ms\n"));
        assertThat(answer.path("files").valueStream().map(file -> file.path("format").asString()))
                .containsExactlyInAnyOrder("kubernetes", "compose", "docker", "backstage", "spreadsheet");
        EstateDocument document = estate().document();
        assertThat(document.services()).extracting(Service::name).containsExactlyInAnyOrder("till", "stock", "mail");
        Service till = document.services().stream().filter(one -> one.name().equals("till")).findFirst().orElseThrow();
        assertThat(till.team()).isEqualTo("checkout");
        assertThat(till.image().unpackedBytes()).isEqualTo(7e6);
        assertThat(document.teams()).extracting(EstateDocument.Team::name).containsExactly("checkout");
        assertThat(document.calls()).extracting(Call::from, Call::to, Call::kind).containsExactlyInAnyOrder(
                tuple("till", "stock", "call"), tuple("till", "stock", "startup-order"));
        assertThat(run("", File.of("images.json", """
                [{"RepoTags": ["example.org/till:1"], "Size": 7000000, "RootFS": {"Layers": []}}]
                """)).path("unchanged").size()).isEqualTo(1);
    }

    @Test
    void tellsWhichServicesInheritAPackage() {
        String bill = """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"component": {"type": "container", "name": "example.org/%s:1"}},
                 "components": [{"type": "library", "group": "org.x", "name": "log", "version": "2.%d"}, {"type": "library", "name": "zlib"}]}
                """;
        run("", shop(1), File.of("till.cdx.json", bill.formatted("till", 1)),
                File.of("stock.cdx.json", bill.formatted("stock", 2)));
        String packages = "/api/v1/estates/" + slug + "/packages";
        assertThat(browser.get(packages + "?name=log", "*/*").body()).isEqualTo(
                "[{\"component\":\"org.x/log@2.1\",\"services\":[\"till\"]},{\"component\":\"org.x/log@2.2\",\"services\":[\"stock\"]}]");
        assertThat(browser.get(packages + "?name=org.x/log@2.2", "*/*").body()).contains("stock")
                .doesNotContain("till");
        assertThat(browser.get(packages, "*/*").body())
                .startsWith("[{\"component\":\"zlib\",\"services\":[\"till\",\"stock\"]}");
        assertThat(estate().document().services().getFirst().image().packages()).isEqualTo(2);
    }

    /** What reads bills of materials in XML would write XML too, and browsers ask for it first. */
    @Test
    void answersBrowsersInJsonStill() {
        HttpResponse<String> answer = browser.get("/api/v1/estates/" + slug,
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(browser.get("/api/v1/estates/" + slug, "application/xml").statusCode()).isEqualTo(406);
    }

    @Test
    void readsWhatIsPasted() {
        browser.get("/estates/" + slug + "/import");
        HttpResponse<String> preview = browser.post("/estates/" + slug + "/import",
                Map.of("format", "auto", "text", "service\tteam\tmemory\nweb\tShop\t512Mi\n"));
        assertThat(preview.body()).contains("1 service and 0 calls added", "pasted text", "New teams");
        browser.get("/estates/" + slug + "/import");
        HttpResponse<String> refused = browser.post("/estates/" + slug + "/import",
                Map.of("format", "auto", "text", "service\tmemory\nweb\tlots & lots\n"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("row 2, column memory", "web\tlots &amp; lots");
    }

    @Test
    void givesTemplatesThatCanBeReadBack() {
        assertThat(browser.get("/estates/" + slug + "/import").body()).contains("templates/services.csv");
        for (String name : new String[]{ "services.csv", "calls.csv" }) {
            HttpResponse<String> template = browser.get("/estates/" + slug + "/import/templates/" + name);
            assertThat(template.headers().firstValue("Content-Disposition").orElse("")).contains(name);
            assertThat(run("?dryRun=true", File.of(name, template.body())).path("added").size()).isPositive();
        }
        assertThat(browser.get("/estates/" + slug + "/import/templates/other.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void weighsTheMeshItSaw() {
        String proxy = "      - {name: istio-proxy, image: \"docker.io/istio/proxyv2:1.22\"}\n---";
        run("", File.of("shop.yaml", SHOP.formatted(2).replaceFirst("---", proxy)));
        assertThat(estate().document().today().axes()).containsEntry("wiring", "istio-sidecar");
        HttpResponse<String> bills = browser.postJson("/api/v1/estates/" + slug + "/bills",
                "{\"scenarios\": [{\"name\": \"today\"}, {\"name\": \"bare\", \"preset\": \"kubernetes\"}]}");
        assertThat(bills.statusCode()).as(bills.body()).isEqualTo(200);
        JsonNode both = JsonMapper.shared().readTree(bills.body()).path("bills");
        assertThat(mesh(both.path(0))).isPositive();
        assertThat(mesh(both.path(1))).isZero();
    }

    private static double mesh(JsonNode bill) {
        return bill.path("lines").valueStream().filter(line -> line.path("line").asString().equals("mesh"))
                .filter(line -> line.path("measure").asString().equals("vcpu"))
                .mapToDouble(line -> line.path("likely").asDouble()).sum();
    }

    @Test
    void importingTwiceChangesNothing() {
        run("", shop(2));
        Snapshot once = estate();
        JsonNode again = run("", File.of("copy.yaml", SHOP.formatted(2)));
        assertThat(again.path("added").size()).isZero();
        assertThat(again.path("changed").size()).isZero();
        assertThat(again.path("unchanged").size()).isEqualTo(3);
        assertThat(estate()).isEqualTo(once);
    }

    @Test
    void aDryRunChangesNothing() {
        Snapshot before = estate();
        JsonNode answer = run("?dryRun=true&format=kubernetes", shop(2));
        assertThat(answer.path("applied").asBoolean()).isFalse();
        assertThat(answer.path("added").size()).isEqualTo(4);
        assertThat(estate()).isEqualTo(before);
    }

    @Test
    void opensArchives() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../k8s/shop.yaml"));
            zip.write(SHOP.formatted(1).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("README.md"));
            zip.write("# Shop".getBytes(StandardCharsets.UTF_8));
        }
        JsonNode answer = run("", new File("shop.zip", bytes.toByteArray()));
        assertThat(answer.path("files").path(0).path("name").asString()).isEqualTo("shop.zip/k8s/shop.yaml");
        assertThat(answer.path("findings").valueStream().map(finding -> finding.path("code").asString()))
                .contains("file-not-read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tabs.yaml    | 422 | apiVersion: v1\\nkind: Pod\\nmetadata:\\n\\tname: x       | 4
            twice.yaml   | 422 | apiVersion: v1\\nkind: Pod\\nkind: Pod                    | 3
            broken.json  | 422 | {"apiVersion": "v1", "kind": "Pod",\\n"metadata": }       | 2
            empty.yaml   | 422 | ''                                                        |
            notes.txt    | 415 | Buy milk.                                                |
            chart.yaml   | 422 | apiVersion: v1\\nkind: Pod\\nmetadata:\\n  {{- if .Values.x }} | 4
            """)
    void refusesAndSaysWhere(String name, int status, String text, Integer line) {
        Snapshot before = estate();
        HttpResponse<String> response = browser.post("/api/v1/estates/" + slug + "/imports", Map.of(),
                File.of(name, text.replace("\\n", "\n").replace("\\t", "\t")));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode error = JsonMapper.shared().readTree(response.body()).path("errors").path(0);
        assertThat(error.path("file").asString()).isEqualTo(name);
        assertThat(error.path("line").isMissingNode() ? null : (Integer) error.path("line").asInt()).isEqualTo(line);
        assertThat(error.path("expected").asString()).isNotEmpty();
        assertThat(error.path("found").asString()).isNotEmpty();
        assertThat(estate()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({ "values.yaml, replicas: 3, helm template", "Chart.yaml, name: shop, helm template",
        "kustomization.yaml, resources: [a.yaml], kustomize build" })
    void saysWhatToDoWithChartsAndKustomizations(String name, String text, String remedy) {
        HttpResponse<String> refused = browser.post("/api/v1/estates/" + slug + "/imports", Map.of(),
                File.of(name, text));
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.body()).contains(remedy);
    }

    @Test
    void refusesWhatIsNoImport() {
        String imports = "/api/v1/estates/" + slug + "/imports";
        assertThat(browser.post(imports, Map.of()).statusCode()).isEqualTo(400);
        assertThat(browser.post(imports + "?format=cobol", Map.of(), shop(1)).statusCode()).isEqualTo(415);
        assertThat(browser.post("/api/v1/estates/nobody/imports", Map.of(), shop(1)).statusCode()).isEqualTo(404);
        assertThat(browser.postJson(imports, "{}").statusCode()).isEqualTo(415);
    }

    private HttpResponse<String> choose(File... files) {
        assertThat(browser.get("/estates/" + slug + "/import").statusCode()).isEqualTo(200);
        return browser.post("/estates/" + slug + "/import", Map.of("format", "auto"), files);
    }

    private static String version(HttpResponse<String> preview) {
        Matcher version = VERSION.matcher(preview.body());
        assertThat(version.find()).as(preview.body()).isTrue();
        return version.group(1);
    }

    @Test
    void previewsThenApplies() {
        HttpResponse<String> preview = choose(shop(2));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("2 services and 1 call added", "container app, variable STOCK_URL",
                "shop.yaml", "declares no replicas");
        assertThat(estate().document().services()).isEmpty();
        HttpResponse<String> applied = browser.post(preview.uri().getPath(), Map.of("version", version(preview)));
        assertThat(applied.body()).contains("Imported.", "Earlier imports");
        assertThat(estate().document().services()).extracting(Service::name).containsExactly("till", "stock");
        assertThat(browser.get(preview.uri().getPath()).statusCode()).isEqualTo(404);
    }

    @Test
    void leavesCallsOutForGood() {
        HttpResponse<String> preview = choose(shop(2));
        browser.post(preview.uri().getPath(), Map.of("version", version(preview), "leaveOut", "0"));
        assertThat(estate().document().calls()).isEmpty();
        JsonNode again = run("", shop(2));
        assertThat(again.path("added").size()).isZero();
        assertThat(again.path("findings").valueStream().map(finding -> finding.path("code").asString()))
                .contains("left-out-before");
        HttpResponse<String> second = choose(shop(2));
        assertThat(second.body()).contains("checked");
        browser.post(second.uri().getPath(), Map.of("version", version(second)));
        assertThat(estate().document().calls()).hasSize(1);
    }

    @Test
    void looksAgainWhenSomebodyChangedTheEstate() {
        HttpResponse<String> preview = choose(shop(2));
        estates.change(slug, document -> EstateDocument.named("Fair"));
        HttpResponse<String> late = browser.post(preview.uri().getPath(), Map.of("version", version(preview)));
        assertThat(late.body()).contains("Somebody changed the estate while you looked");
        assertThat(estate().document().services()).isEmpty();
        browser.post(preview.uri().getPath(), Map.of("version", version(late)));
        assertThat(estate().document().services()).hasSize(2);
    }

    @Test
    void keepsWhatWasTyped() {
        run("", shop(2));
        estates.change(slug, document -> EstateFormat.JSON.read(
                new ByteArrayInputStream(EstateFormat.JSON.write(document)
                        .replaceFirst("\"replicas\" ?: ?2(\\.0)?", "\"replicas\": 7").getBytes(StandardCharsets.UTF_8)),
                EstateDocument.class));
        JsonNode answer = run("", shop(3));
        assertThat(answer.path("changed").size()).isZero();
        assertThat(answer.path("findings").path(0).path("code").asString()).isEqualTo("kept");
        assertThat(estate().document().services().getFirst().replicas()).isEqualTo(7);
    }

    @Test
    void showsErrorsAtTheForm() {
        HttpResponse<String> nothing = choose();
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Nothing was imported", "at least one file");
        HttpResponse<String> broken = choose(File.of("tabs.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: x\n"));
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("tabs.yaml", "line 4", "a tab where YAML takes only spaces");
    }

    @Test
    void discards() {
        HttpResponse<String> preview = choose(shop(2));
        browser.post(preview.uri().getPath() + "/discard", Map.of());
        assertThat(browser.get(preview.uri().getPath()).statusCode()).isEqualTo(404);
        assertThat(estate().document().services()).isEmpty();
    }

    @Test
    void anEstateWithImportsCanBeDeleted() {
        run("", shop(2));
        estates.delete(slug, estate().version());
        assertThat(estates.find(slug)).isEmpty();
    }
}
