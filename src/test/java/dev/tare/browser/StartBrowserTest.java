package dev.tare.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.tare.estate.Estates;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A team's way from an empty database to its first label: import, check, three fields, read; counted in interactions. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class StartBrowserTest extends InBrowser {
    /** Clicks, fields and files from the empty front door to the label; more of them would not be quick any more. */
    private static final int MOST_INTERACTIONS = 9;
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
                  - {name: tickets, image: "registry.example.com/tickets:7", env: [{name: SEATS_URL, value: "http://seats:8080"}]}
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
    @Autowired
    private Estates estates;
    private int interactions;

    @BeforeEach
    @AfterEach
    void nothingThere() {
        estates.list().forEach(estate -> estates.delete(estate.slug(), estates.version(estate.slug())));
    }

    @Test
    void leadsFromNothingToALabelInFewInteractions() {
        Page page = at(true, "/");
        browser.look(page, "home-empty");
        click(page, "text=Start the first estate");
        browser.look(page, "start");
        bring(page);
        assertThat(page.locator(".steps [aria-current=step]")).hasText("Check what was read");
        browser.look(page, "start-check");
        click(page, "#apply .button.primary");
        assertThat(page.locator(".steps [aria-current=step]")).hasText("Fill in what matters");
        browser.look(page, "start-fields");
        for (int field = 0; field < 3; field++) {
            page.locator(".start-fields tbody input.input").nth(field).fill(value(page, field));
            interactions++;
        }
        click(page, "main .button.primary");
        assertThat(page.locator(".steps [aria-current=step]")).hasText("Read the label");
        assertThat(page.locator("h1")).containsText("is tare");
        assertThat(interactions).isLessThanOrEqualTo(MOST_INTERACTIONS);
        browser.look(page, "start-label");
        page.goBack();
        assertThat(page.locator(".steps [aria-current=step]")).hasText("Fill in what matters");
        page.goForward();
        assertThat(page.locator(".plate")).isVisible();
    }

    /** Replicas are plain numbers; the others take what their placeholder shows. */
    private static String value(Page page, int field) {
        String name = page.locator(".start-fields tbody input.input").nth(field).getAttribute("name");
        return name.contains("memory")
                ? "128Mi"
                : name.contains("Bytes") ? "20 MB" : name.contains("workMs") ? "9 ms" : "2";
    }

    @Test
    void worksWithoutScriptAndEveryStepCanBeSkipped() {
        Page page = at(false, "/start");
        page.locator("#name").fill("Cinema");
        page.locator("summary", new Page.LocatorOptions().setHasText("just name")).click();
        page.locator("[name=names]").fill("tickets\nseats\n");
        page.locator("main .button.primary").click();
        assertThat(page.locator(".start-fields tbody tr")).hasCount(2);
        page.locator("text=Skip this").click();
        assertThat(page).hasURL(Pattern.compile("/start/cinema/label$"));
        assertThat(page.locator(".plate")).isVisible();
    }

    @Test
    void whatCannotBeReadLeavesNoEstateBehind() {
        Page page = at(true, "/start");
        page.locator("#name").fill("Cinema");
        page.locator("#file").setInputFiles(file("notes.bin", "\u0001\u0002"));
        page.locator("main .button.primary").click();
        assertThat(page.locator(".error-summary")).containsText("notes.bin");
        assertThat(page.locator("#name")).hasValue("Cinema");
        assertThat(estates.list()).isEmpty();
    }

    @Test
    void aWrongValueIsAnsweredInTheGridAndTheWayGoesOn() {
        Page page = at(true, "/start");
        page.locator("#name").fill("Cinema");
        page.locator("summary", new Page.LocatorOptions().setHasText("just name")).click();
        page.locator("[name=names]").fill("tickets");
        page.locator("main .button.primary").click();
        page.locator(".start-fields input.input").first().fill("lots");
        page.locator("main .button.primary").click();
        assertThat(page.locator("#errors")).containsText("one cell needs another look");
        page.locator("[aria-invalid=true]").fill("2");
        page.locator("#save").click();
        assertThat(page).hasURL(Pattern.compile("/start/cinema/label$"));
    }

    @Test
    void aFinishedOneCanBeLookedAtFirst() {
        Page page = at(true, "/start");
        page.locator("text=Look at a finished one first").click();
        assertThat(page).hasURL(Pattern.compile("/estates/online-shop$"));
    }

    private void bring(Page page) {
        page.locator("#name").fill("Cinema");
        page.locator("#file").setInputFiles(file("cinema.yaml", MANIFEST));
        interactions += 2;
        click(page, "main .button.primary");
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
    }

    private void click(Page page, String what) {
        page.locator(what).first().click();
        interactions++;
    }

    private Page at(boolean script, String path) {
        Page page = browser.page(script);
        page.navigate("http://localhost:" + port + path);
        return page;
    }
}
