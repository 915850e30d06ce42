package dev.tare.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tare.browser.InBrowser;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import dev.tare.intake.web.PlainBrowser.File;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Somebody answers which names are one service, thinks better of it, and takes a whole import back and does it again. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class NamesAndUndoBrowserTest extends InBrowser {
    private static final File SERVICES = File.of("services.csv", "service;replicas\nfront;1\napi;1\n");
    private static final File MANIFESTS = File.of("k8s.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api-v1}
            spec: {replicas: 2, template: {spec: {containers: [{name: app, image: "example.org/api:1"}]}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api-v2}
            spec: {replicas: 3, template: {spec: {containers: [{name: app, image: "example.org/api:2"}]}}}
            """);

    @Autowired
    private Estates estates;

    private String imported(String name) {
        String slug = estates.create(name).slug();
        PlainBrowser plain = new PlainBrowser(port);
        for (File file : List.of(SERVICES, MANIFESTS)) {
            assertThat(plain.post("/api/v1/estates/" + slug + "/imports", Map.of(), file).statusCode()).isEqualTo(200);
        }
        return slug;
    }

    private List<String> services(String slug) {
        return estates.get(slug).document().services().stream().map(Service::name).toList();
    }

    @Test
    void acceptsOneNameRefusesAnotherAndTakesBoth() {
        String slug = imported("Names");
        EstateDocument before = estates.get(slug).document();
        Page page = browser.page();
        page.navigate("http://localhost:" + port + "/estates/" + slug + "/aliases");
        assertThat(page.locator(".lede")).containsText("2 names look");
        browser.look(page, "aliases");
        page.locator("button[name=accept]").first().click();
        assertThat(page.locator(".notice")).containsText("One name became part of its service.");
        page.locator("button[name=refuse]").first().click();
        assertThat(page.locator(".notice")).containsText("One stays a service of its own.");
        assertThat(page.locator("section:has(#decided) tbody tr")).hasCount(2);
        assertThat(services(slug)).containsExactly("front", "api", "api-v2");
        browser.look(page, "aliases-decided");
        for (int left = 1; left >= 0; left--) {
            page.locator("form[action$='/take-back'] button").first().click();
            assertThat(page.locator(".notice")).containsText("Taken back.");
            assertThat(page.locator("form[action$='/take-back']")).hasCount(left);
        }
        assertThat(page.locator("button[name=accept]")).hasCount(2);
        assertThat(estates.get(slug).document()).isEqualTo(before);
    }

    @Test
    void takesAnImportBackAfterLookingAndDoesItAgain() {
        String slug = imported("Undone");
        EstateDocument after = estates.get(slug).document();
        Page page = browser.page();
        page.navigate("http://localhost:" + port + "/estates/" + slug + "/import");
        browser.look(page, "import-past");
        page.locator("td.undo a").first().click();
        assertThat(page.locator("h1")).hasText("Take this import back");
        assertThat(page.locator("section:has(#gone)")).containsText("api-v2");
        assertThat(page.locator("section:has(#changed)")).containsText("kubernetes, one-each");
        browser.look(page, "undo");
        page.locator("main form button.primary").click();
        assertThat(page.locator(".notice")).containsText("Taken back.");
        assertThat(services(slug)).containsExactly("front", "api");
        page.locator("td.undo a").first().click();
        assertThat(page.locator("h1")).hasText("Do this import again");
        browser.look(page, "redo");
        page.locator("main form button.primary").click();
        assertThat(page.locator(".notice")).containsText("Done again.");
        assertThat(estates.get(slug).document()).isEqualTo(after);
    }
}
