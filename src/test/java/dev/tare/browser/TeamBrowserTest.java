package dev.tare.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.tare.comparison.Question;
import dev.tare.comparison.TeamWeights;
import dev.tare.comparison.TeamWeights.TeamWeight;
import dev.tare.comparison.Weighing;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A team's afternoon: bring a manifest, paste what the spreadsheet knows, read the label, look at what it owns. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=true")
class TeamBrowserTest extends InBrowser {
    private static final String COMPOSE = """
            services:
              tickets: {image: "registry.example.com/tickets:7", depends_on: [seats]}
              seats: {image: "registry.example.com/seats:3"}
            """;
    @Autowired
    private Estates estates;
    @Autowired
    private Weighing weighing;
    @Autowired
    private TeamWeights weights;

    @Test
    void importPasteReadAndLookAtWhatOneOwns() {
        Page page = at("/start");
        page.locator("#name").fill("Cinema");
        page.locator("#file").setInputFiles(new FilePayload("compose.yaml", "application/yaml",
                COMPOSE.getBytes(StandardCharsets.UTF_8)));
        page.locator("main .button.primary").click();
        page.locator("#apply .button.primary").first().click();
        page.navigate(root() + "/estates/cinema/services/grid");
        page.locator(".cells").waitFor();
        page.locator(".cells tbody td").first().click();
        page.locator(".cells").evaluate("(table, text) => { const data = new DataTransfer();"
                + " data.setData('text/plain', text); table.dispatchEvent(new ClipboardEvent('paste',"
                + " { clipboardData: data, bubbles: true })); }",
                "Service\tTeam\tReplicas\tCPU\ntickets\tDoors\t2\t250m\nseats\tDoors\t\t\n");
        page.locator("#save").click();
        assertThat(page.locator(".notice.good")).containsText("Saved 2 services.");
        page.navigate(root() + "/start/cinema/label");
        assertThat(page.locator("h1")).containsText("is tare");
        page.navigate(root() + "/estates/cinema/teams/Doors");
        assertThat(page.locator("h1")).containsText("spent on what Doors owns");
        assertThat(page.locator("#changed ~ ul > li").first()).containsText("seats came");
        page.locator("section:has(#missing) tbody a").first().click();
        assertThat(page).hasURL(Pattern.compile("/estates/cinema/services/(tickets|seats)/edit#f-"));
        assertThat(page.locator(":target")).isVisible();
        browser.look(at("/estates/cinema/teams/Doors"), "team-missing");
    }

    @Test
    void aNewTeamIsStillEnteredOnItsOwnPage() {
        Page page = at("/estates/online-shop/teams");
        page.locator("text=New team").click();
        assertThat(page.locator("h1")).hasText("New team");
        page.navigate(root() + "/estates/online-shop/teams");
        page.locator("tbody th a").first().click();
        assertThat(page.locator("h1")).containsText("is tare");
    }

    @Test
    void looksAsDesigned() {
        browser.look(at("/estates/online-shop/teams/Ordering"), "team");
    }

    /** Where every service has an owner, what the teams carry is what the estate weighs. */
    @Test
    void teamsAddUpToTheirEstate() {
        Snapshot shop = estates.get("online-shop");
        List<TeamWeight> teams = shop.document().teams().stream().map(Team::name).map(name -> weights.of(shop, name))
                .toList();
        var bill = weighing.weigh(shop, Question.of(List.of(Question.Ask.today()))).weighed().getFirst().bill();
        assertThat(shop.document().services()).allMatch(service -> service.team() != null);
        assertThat(teams.stream().mapToDouble(team -> team.net().likely()).sum())
                .isCloseTo(Objects.requireNonNull(bill.net().get(Measure.COST)).likely(), within(1e-6));
        assertThat(teams.stream().mapToDouble(team -> team.tare().likely()).sum())
                .isCloseTo(Objects.requireNonNull(bill.tare().get(Measure.COST)).likely(), within(1e-6));
        assertThat(teams).allSatisfy(team -> assertThat(
                team.own().stream().mapToDouble(own -> own.net() + own.tare()).sum())
                .isCloseTo(team.gross().likely(), within(1e-6)));
    }

    private String root() {
        return "http://localhost:" + port;
    }

    private Page at(String path) {
        Page page = browser.page();
        page.navigate(root() + path);
        return page;
    }
}
