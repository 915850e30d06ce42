package dev.tare.review.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tare.browser.Browser;
import dev.tare.estate.Cause;
import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import dev.tare.review.Snapshots;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** An estate's history in a browser, on a laptop and a phone, light and dark, and without script. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "tare.sample=false",
    "tare.snapshots.first=P1D" })
class HistoryBrowserTest {
    @LocalServerPort
    private int port;
    @Autowired
    private Estates estates;
    @Autowired
    private Snapshots snapshots;
    @Autowired
    private JdbcTemplate jdbc;
    private Browser browser;
    private String slug = "";

    @BeforeEach
    void open() {
        browser = Browser.open();
        slug = estates.create(EstateDocument.named("Past").withServices(List.of(Service.named("web"),
                Service.named("cart"))).withCalls(List.of(call("web", "cart")))).slug();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
            estates.delete(slug, estates.version(slug));
        }
    }

    /** A week ago two services; since three days three, by an import; decided on today. */
    private void aPast() {
        snapshots.now(slug);
        jdbc.update("update snapshot set taken_at = taken_at - interval '7 days', day = day - 7 where estate_slug = ?",
                slug);
        estates.change(slug, Cause.imported("ads.yaml", UUID.randomUUID()),
                Edits.putService(null, Service.named("ads")));
        snapshots.now(slug, "Decision 1: keep ads");
    }

    @Test
    void showsTheCourseAndComparesTwo() {
        aPast();
        Page page = browser.page();
        page.navigate(at(""));
        page.locator("#trend .drawing:not([hidden])").waitFor();
        browser.look(page, "history");
        assertThat(page.locator("h1").innerText())

                .matches(
                        "Tare may have risen or fallen in 7 days \\([+\u2212]\\$[\\d.,]+ a month\\): too close to call\\.");
        assertThat(page.locator(".marks li").allInnerTexts()).hasSize(2)
                .anyMatch(mark -> mark.endsWith("Import of ads.yaml"))
                .anyMatch(mark -> mark.endsWith("Decision 1: keep ads"));
        assertThat(page.locator("#snapshots tbody tr")).satisfies(rows -> assertThat(rows.count()).isEqualTo(3));
        page.locator("button:has-text('Compare')").click();
        page.waitForURL(url -> url.contains("a=s"));
        browser.look(page, "history compared");
        assertThat(page.locator("#compared .inventory").innerText()).isEqualTo("+ service ads");
        assertThat(page.locator("#compared h2").innerText()).startsWith("Gross rose by");
    }

    @Test
    void writesMomentsInTheViewersZone() {
        aPast();
        Page page = browser.page();
        page.navigate(at(""));
        String shown = page.locator("#snapshots tbody time").first().innerText();
        Object wanted = page
                .evaluate("() => new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'})"
                        + ".format(new Date(document.querySelector('#snapshots tbody time').dateTime))");
        assertThat(shown).isEqualTo(wanted);
        assertThat(page.locator("#snapshots tbody time").first().getAttribute("title")).endsWith("UTC");
    }

    @Test
    void beginsWithTheFiguresOfNow() {
        Page page = browser.page();
        page.navigate(at(""));
        browser.look(page, "history begins");
        assertThat(page.locator("h1").innerText()).isEqualTo("The history of this estate begins here.");
        assertThat(page.locator("#snapshots tbody tr").count()).isEqualTo(1);
    }

    @Test
    void saysWhatToDoWhereNothingIs() {
        estates.change(slug, document -> document.withServices(List.of()).withCalls(List.of()));
        Page page = browser.page();
        page.navigate(at(""));
        browser.look(page, "history empty");
        assertThat(page.locator(".empty a[href$='/import']").isVisible()).isTrue();
    }

    @Test
    void showsEveryMeasureAndPeriod() {
        aPast();
        Page page = browser.page();
        for (String query : List.of("?measure=p99Ms&days=90", "?measure=bytesPerMonth&days=365", "?measure=vcpu&days=0",
                "?measure=memory", "?measure=nothing&days=-3")) {
            assertThat(page.navigate(at(query)).status()).as(query).isEqualTo(200);
            assertThat(page.locator("h1").innerText()).startsWith("Tare ");
        }
    }

    private String at(String query) {
        return "http://localhost:" + port + "/estates/" + slug + "/history" + query;
    }

    private static Call call(String from, String to) {
        return new Call(from, to, null, null, null, null, null, null, null, null, List.of());
    }
}
