package dev.tare.review.alerts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.tare.browser.Browser;
import dev.tare.browser.LargeEstate;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.Estates;
import dev.tare.review.Snapshots;
import java.io.StringReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A manager is told that a budget was crossed and that the tare rose, on the page and in both feeds. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "tare.sample=false",
    "tare.snapshots.first=P1D", "tare.alerts.first=P1D" })
class AlertsWebTest {
    @LocalServerPort
    int port;
    @Autowired
    Estates estates;
    @Autowired
    Snapshots snapshots;
    @Autowired
    AlertJob job;
    private Estates.Snapshot estate;

    @BeforeEach
    void register() {
        estate = estates.create(LargeEstate.of("Watched", 10));
        snapshots.now(estate.slug());
        job.run();
    }

    @AfterEach
    void takeAway() {
        estates.delete(estate.slug(), estates.version(estate.slug()));
    }

    private void grow() {
        EstateDocument grown = LargeEstate.of("Watched", 20);
        estate = estates.replace(estate.slug(), estate.version(), grown.withTeams(grown.teams().stream()
                .map(team -> team.name().equals("team-0") ? new Team(team.name(), null, 5.0) : team).toList()));
        snapshots.now(estate.slug());
        job.run();
        job.run();
    }

    @Test
    void isToldOnceEverywhere() throws FeedException {
        grow();
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(at("alerts"));
            assertThat(page.locator(".alerts li")).hasCount(2);
            assertThat(page.locator(".alerts")).containsText("team-0 is over its budget");
            assertThat(page.locator(".alerts")).containsText("Tare of Watched rose by");
            browser.look(page, "alerts");

            JsonNode json = JsonMapper.builder().build().readTree(page.request().get(at("feed.json")).text());
            assertThat(json.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
            assertThat(
                    Stream.of(0, 1).map(i -> json.path("items").path(i).path("_tare").path("kind").asString()).toList())
                    .containsExactlyInAnyOrder("budget-crossed", "tare-rose");

            SyndFeed atom = new SyndFeedInput().build(new StringReader(page.request().get(at("feed.atom")).text()));
            assertThat(atom.getFeedType()).isEqualTo("atom_1.0");
            assertThat(atom.getEntries()).hasSize(2)
                    .allSatisfy(entry -> assertThat(entry.getUri()).startsWith("urn:uuid:"));
        }
    }

    @Test
    void theRiseThatIsToldCanBeChosen() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page(false);
            page.navigate(at("alerts"));
            page.getByLabel("Tare rose by").fill("250");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true)).click();
            assertThat(page.locator(".notice.good")).hasText("Saved.");
            assertThat(page.getByLabel("Tare rose by")).hasValue("250");
            grow();
            page.navigate(at("alerts"));
            assertThat(page.locator(".alerts li")).hasCount(1);
        }
    }

    private String at(String page) {
        return "http://localhost:" + port + "/estates/" + estate.slug() + "/" + page;
    }
}
