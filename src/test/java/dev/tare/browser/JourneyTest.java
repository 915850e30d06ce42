package dev.tare.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A newcomer's way: first start, the sample, a service with a call, a manifest, one process beside many, and the
 * working of a figure. Every page on the way is held against axe and kept as pictures.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "tare.sample=true",
    JourneyTest.A_DATABASE_OF_ITS_OWN })
@TestMethodOrder(OrderAnnotation.class)
class JourneyTest extends InBrowser {
    /** A first start is one only where nobody was before; tests with the same properties share an application. */
    static final String A_DATABASE_OF_ITS_OWN = "test.newcomer=true";
    private static final String MANIFEST = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: tickets}
            spec:
              replicas: 2
              selector: {matchLabels: {app: tickets}}
              template:
                metadata: {labels: {app: tickets}}
                spec:
                  containers:
                  - name: tickets
                    image: registry.example.com/tickets:7
                    env: [{name: SEATS_URL, value: "http://seats:8080"}]
                    resources: {requests: {cpu: 250m, memory: 128Mi}}
                  - name: istio-proxy
                    image: docker.io/istio/proxyv2:1.24.0
                    resources: {requests: {cpu: 100m, memory: 128Mi}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: seats}
            spec:
              selector: {matchLabels: {app: seats}}
              template:
                metadata: {labels: {app: seats}}
                spec:
                  containers: [{name: seats, image: "registry.example.com/seats:3"}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: seats}
            spec: {selector: {app: seats}, ports: [{port: 8080}]}
            """;

    private Page page;

    @BeforeEach
    void aPage() {
        page = browser.page();
    }

    @Test
    @Order(1)
    void fromTheFirstStartToTheWorkingOfAFigure() {
        go("/");
        assertThat(page).hasURL(Pattern.compile("/estates/online-shop$"));
        assertThat(page.locator("h1")).containsText(Pattern.compile("Of every \\$1\\.00 spent on Online shop"));
        browser.look(page, "weight");
        createAnEstate("Cinema");
        browser.look(page, "weight-empty");
        registerAServiceWithACall();
        importManifest(new FilePayload("cinema.yaml", "application/yaml", MANIFEST.getBytes(StandardCharsets.UTF_8)));
        compareOneProcessWithMany();
        openAWorking();
        worksWithoutScript();
    }

    @Test
    @Order(2)
    void onlineBoutiqueCanBeImportedAndWeighed() {
        Path manifests = Path.of(System.getenv().getOrDefault("SHARED_ESTATES", "../shared/estates"))
                .resolve("online-boutique/kubernetes-manifests.yaml");
        assumeTrue(Files.isReadable(manifests), "no Online Boutique at " + manifests);
        createAnEstate("Boutique");
        importManifest(new FilePayload("kubernetes-manifests.yaml", "application/yaml", read(manifests)));
        go("/estates/boutique");
        assertThat(page.locator(".crumbs")).containsText("12 services · 16 calls");
        assertThat(page.locator("h1")).containsText("is tare");
        browser.look(page, "weight-boutique");
    }

    private void createAnEstate(String name) {
        go("/estates");
        browser.look(page, "estates");
        page.getByRole(AriaRole.TEXTBOX).first().fill(name);
        page.getByRole(AriaRole.TEXTBOX).first().press("Enter");
        page.waitForURL("**/estates/" + name.toLowerCase(Locale.ROOT) + "**");
        go("/estates/" + name.toLowerCase(Locale.ROOT));
        assertThat(page.locator("h1")).hasText("Nothing to weigh yet");
    }

    private void registerAServiceWithACall() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Enter a service")).click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("ledger");
        browser.look(page, "service-new");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true)).first().click();
        go("/estates/cinema/services/new");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("box-office");
        Locator calls = page.locator("details[data-list=calls]");
        if (calls.getAttribute("open") == null) {
            calls.locator("summary").click();
        }
        if (calls.locator("tbody tr").count() == 0) {
            calls.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add a call")).click();
        }
        calls.locator("tbody tr").first().getByRole(AriaRole.TEXTBOX)
                .or(calls.locator("tbody tr").first().getByRole(AriaRole.COMBOBOX)).first().fill("ledger");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true)).first().click();
        page.waitForURL(Pattern.compile("/estates/cinema/services(?!/new)"));
        go("/estates/cinema/services");
        assertThat(page.locator("main")).containsText("box-office");
        browser.look(page, "services");
        go("/estates/cinema");
        assertThat(page.locator(".crumbs")).containsText("2 services · 1 call");
    }

    private void importManifest(FilePayload manifest) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Inventory")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Import").setExact(true)).click();
        browser.look(page, "import");
        page.locator("input[type=file]").setInputFiles(manifest);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what would change")).click();
        assertThat(page.locator("h1")).hasText("What would change");
        browser.look(page, "import-preview");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply")).first().click();
        assertThat(page.getByText("Imported.")).isVisible();
    }

    private void compareOneProcessWithMany() {
        go("/estates/cinema");
        assertThat(page.locator(".crumbs")).containsText("4 services · 2 calls");
        page.locator("#pair-b").selectOption("freebsd-jails");
        page.waitForURL("**b=freebsd-jails**");
        assertThat(page.locator(".lines thead")).containsText("FreeBSD jails");
        page.locator("#pair-b").selectOption("vm-systemd");
        page.waitForURL("**b=vm-systemd**");
        assertThat(page.locator(".lines tbody tr")).hasCount(8);
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Measure of the comparison"))
                .getByText("Memory").click();
        assertThat(page.locator(".lines tfoot")).containsText("iB");
    }

    private void openAWorking() {
        go("/estates/online-shop");
        Locator figure = page.locator(".lines tbody tr").nth(4).locator("a.fig").first();
        String written = figure.innerText();
        figure.focus();
        page.keyboard().press("Enter");
        Locator panel = page.locator("dialog[open]");
        assertThat(panel.locator("h1")).containsText(written);
        assertThat(panel.locator("h1")).isFocused();
        assertThat(panel.locator(".inputs .tag").first()).isVisible();
        Browser.holdAgainstAxe(page, "the panel");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(figure).isFocused();
        page.navigate(String.valueOf(figure.evaluate("link => link.href")));
        browser.look(page, "working");
        assertThat(page.locator("h1")).containsText(written);
    }

    private void worksWithoutScript() {
        Page bare = browser.page(false);
        bare.navigate("http://localhost:" + port + "/estates/online-shop");
        assertThat(bare.locator(".track").first()).isVisible();
        bare.locator("#pair-b").selectOption("nomad");
        bare.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compare")).click();
        assertThat(bare.locator(".lines thead")).containsText("Nomad");
        bare.locator(".lines a.fig").first().click();
        assertThat(bare.locator(".formula")).isVisible();
    }

    private void go(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
