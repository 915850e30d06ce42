package dev.tare.review.costs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tare.browser.Browser;
import dev.tare.browser.LargeEstate;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.Estates;
import dev.tare.review.Snapshots;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A manager follows an estate that was half as large until shortly before the end of last month. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "tare.sample=false",
    "tare.snapshots.first=P1D" })
class CostsBrowserTest {
    @LocalServerPort
    int port;
    @Autowired
    Estates estates;
    @Autowired
    Snapshots snapshots;
    @Autowired
    JdbcTemplate jdbc;
    private Browser browser;
    private Estates.Snapshot estate;

    @BeforeEach
    void register() {
        browser = Browser.open();
        estate = estates.create(LargeEstate.of("Ledger", 20));
        snapshots.now(estate.slug());
        jdbc.update("update snapshot set taken_at = date_trunc('month', now()) - interval '3 months', day = day - 92"
                + " where estate_slug = ?", estate.slug());
        estate = estates.replace(estate.slug(), estate.version(), grown());
        snapshots.now(estate.slug());
        jdbc.update("update snapshot set taken_at = date_trunc('month', now()) - interval '9 days'"
                + " where estate_slug = ? and version = ?", estate.slug(), estate.version());
    }

    private static EstateDocument grown() {
        EstateDocument grown = LargeEstate.of("Ledger", 40);
        return grown.withTeams(grown.teams().stream().map(team -> switch (team.name()) {
            case "team-0" -> new Team(team.name(), 3.0, 150.0);
            case "team-1" -> new Team(team.name(), 3.0, 10_000.0);
            case "team-2" -> new Team(team.name(), 3.0, 330.0);
            default -> team;
        }).toList());
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
            estates.delete(estate.slug(), estates.version(estate.slug()));
        }
    }

    @Test
    void followsTheMoneyOfAMonth() {
        Page page = browser.page();
        page.navigate("http://localhost:" + port + "/estates/" + estate.slug() + "/costs");

        assertThat(page.locator("h1")).containsText(Pattern.compile("Ledger comes to \\$[\\d,]+ in .* of it tare"));
        assertThat(page.locator(".verdict-line")).containsText(Pattern.compile("team-0 goes over its budget by \\$"));
        assertThat(page.locator("tr.is-over")).containsText("over by");
        assertThat(page.locator("tr.is-within")).containsText("left");
        assertThat(page.locator("#months tbody tr")).hasCount(4);
        assertThat(page.locator("main")).containsText(Pattern.compile("This month comes to \\$[\\d,]+ more than"));
        browser.look(page, "costs");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("By line")).click();
        assertThat(page.locator(".where tbody")).containsText("net: the work itself");
        browser.look(page, "costs-by-line");
    }

    @Test
    void monthsAddUpAlikeHoweverTheyAreDivided() {
        Page page = browser.page(false);
        String first = "";
        for (By by : By.values()) {
            page.navigate("http://localhost:" + port + "/estates/" + estate.slug() + "/costs?by=" + by.id());
            String all = page.locator(".where tfoot td").nth(0).locator("b").innerText();
            assertThat(first.isEmpty() ? all : first).isEqualTo(all);
            first = all;
        }
    }
}
