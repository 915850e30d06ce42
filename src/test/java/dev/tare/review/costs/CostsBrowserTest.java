package dev.tare.review.costs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tare.browser.Browser;
import dev.tare.browser.LargeEstate;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.Estates;
import dev.tare.review.Snapshots;
import dev.tare.review.Standing.Money;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    Costs costs;
    @Autowired
    JdbcTemplate jdbc;
    private static final String FIRST = LargeEstate.of("x", 1).services().getFirst().name();
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
    void everyRowOpensIntoPartsThatComeToIt() {
        Page page = browser.page(false);
        page.navigate("http://localhost:" + port + "/estates/" + estate.slug() + "/costs");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("What team-0 is made of")).click();
        assertThat(page.locator("tr.part").filter(new Locator.FilterOptions().setHasText("net: the work itself")))
                .hasCount(1);
        page.locator("tr.part a").filter(new Locator.FilterOptions().setHasText("network")).click();
        assertThat(page.locator(".measures [aria-current]")).hasText("By line");
        assertThat(page.locator("tr.part a").first())
                .hasText(Pattern.compile(".*" + FIRST.replaceAll("\\d+$", "") + "\\d+"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("What network is made of")).click();
        assertThat(page.locator("tr.part")).hasCount(0);
        Page look = browser.page();
        look.navigate("http://localhost:" + port + "/estates/" + estate.slug() + "/costs?open=team-0");
        browser.look(look, "costs-opened");
    }

    @Test
    void theSumIsTheSameInEveryDirection() {
        CostReport byService = costs.of(estate.slug(), By.SERVICE, true);
        CostReport byLine = costs.of(estate.slug(), By.LINE, true);
        CostReport byTeam = costs.of(estate.slug(), By.TEAM, true);
        for (int i = 0; i < byService.months().size(); i++) {
            MonthCost services = byService.months().get(i);
            MonthCost lines = byLine.months().get(i);
            lines.all().forEach((line, whole) -> {
                Map<String, Money> into = byLine.parts(lines, line);
                assertThat(sum(into.values())).isCloseTo(whole.gross(), withinPercentage(1e-7));
                into.forEach((service, part) -> assertThat(byService.parts(services, service).get(line).gross())
                        .isCloseTo(part.gross(), withinPercentage(1e-7)));
                assertThat(into).doesNotContainKey(Crossing.UNDIVIDED);
            });
            for (CostReport report : List.of(byService, byTeam)) {
                MonthCost month = report.months().get(i);
                month.all().forEach((name, whole) -> assertThat(sum(report.parts(month, name).values()))
                        .isCloseTo(whole.gross(), withinPercentage(1e-7)));
                assertThat(month.total().gross()).isCloseTo(lines.total().gross(), withinPercentage(1e-7));
            }
        }
    }

    private static double sum(Collection<Money> parts) {
        return parts.stream().mapToDouble(Money::gross).sum();
    }

    @Test
    void programsGetTheSameCrossing() {
        Page page = browser.page(false);
        String at = "http://localhost:" + port + "/api/v1/estates/" + estate.slug() + "/costs";
        String[] rows = page.request().get(at + ".csv?by=team&crossed=true").text().split("\r\n");
        assertThat(rows[0]).isEqualTo("month,team,line,currency,net,tare,gross");
        assertThat(rows).anyMatch(row -> row.contains(",team-0,network,USD,0,"));
        assertThat(page.request().get(at + "?by=line&crossed=true").text()).contains("\"crossed\":{",
                "\"" + FIRST + "\":{\"net\":");
        assertThat(page.request().get(at + "?by=line").text()).doesNotContain("crossed");
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
