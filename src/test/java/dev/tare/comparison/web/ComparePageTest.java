package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The compare page and its files, over the shop that ships. */
@SpringBootTest
@AutoConfigureMockMvc
class ComparePageTest {
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Estates estates;
    private Estates.Snapshot shop;

    @BeforeEach
    void register() throws IOException {
        shop = estates.create(OnlineShop.document());
    }

    @AfterEach
    void takeAway() {
        estates.delete(shop.slug(), estates.version(shop.slug()));
    }

    @Test
    void saysWhoWinsOnWhatAndWhatItGivesUp() throws Exception {
        String page = page("?s=today&s=vm-systemd&s=eks");
        assertThat(page).containsPattern(
                "<h1 class=\"headline\">One process under systemd, all in one is cheapest: \\$\\d+ a month instead of "
                        + "today’s \\$1,\\d+, cheaper in 100 of 100 draws. But it is blocked: payment needs");
        assertThat(page).contains("It gives up: isolation (1 of 5 instead of 3 of 5)", "It gains:", "too close to call",
                "Blocked, whatever it costs: One process under systemd.");
    }

    @Test
    void everyFigureOpensItsWorking() throws Exception {
        assertThat(page("?s=today&s=vm-systemd&measure=memory&set=price.vcpu_h%3D0.09"))
                .contains(
                        "working?scenario=vm-systemd&amp;part=headroom&amp;measure=memory&amp;set=price.vcpu_h%3D0.09")
                .contains("working?scenario=today&amp;part=buys-isolation");
    }

    @Test
    void theFirstIsWhatTheOthersAreHeldAgainst() throws Exception {
        String page = page("?s=vm-systemd&s=today");
        assertThat(page.indexOf("<span class=\"scenario-name\">One process"))
                .isLessThan(page.indexOf("<span class=\"scenario-name\">EKS"));
        assertThat(page).contains("dearer in 100 of 100 draws")
                .contains("compare?s=today&amp;s=vm-systemd&amp;measure=cost");
    }

    @Test
    void rowsAreSortedByDifferenceAndFolded() throws Exception {
        String sorted = page("?s=today&s=vm-systemd&sort=difference");
        assertThat(sorted.indexOf("row-lines-network")).isLessThan(sorted.indexOf("row-lines-mesh"));
        assertThat(sorted.indexOf("row-lines-images")).isGreaterThan(sorted.indexOf("row-lines-isolation"));
        assertThat(sorted.indexOf("row-lines-total-gross")).isGreaterThan(sorted.indexOf("row-lines-net"));
        assertThat(page("?s=today&s=vm-systemd&fold=lines")).doesNotContain("row-lines-mesh")
                .contains("row-isolation").contains("aria-expanded=\"false\"");
    }

    @Test
    void oneScenarioIsOfferedSomethingBesideIt() throws Exception {
        assertThat(page("?s=today")).contains("Put something beside it", "Today against one process")
                .contains("compare?s=today&amp;s=vm-systemd");
    }

    @Test
    void whatCannotStandIsToldWithItsReasonsAndCanBeLeftOut() throws Exception {
        assertThat(page("?s=today&s=no-such&s=vm-systemd")).contains("no-such cannot be weighed.",
                "No shape is called &#39;no-such&#39;", "Leave it out", "is cheapest");
        assertThat(page("?s=no-such")).contains("None of these scenarios can stand here");
        assertThat(page("?s=own:name%3DOurs%26packaging%3Doci-slim%26isolation%3Dprocess%26placement%3Dsystemd"
                + "%26wiring%3Distio-ambient%26watching%3Dos-tools&s=today")).contains("Ours cannot be weighed.");
    }

    @Test
    void moreThanFourAreNamedAsLeftOut() throws Exception {
        assertThat(page("?s=today&s=eks&s=nomad&s=compose&s=fargate")).contains("Four find room side by side",
                "<span>fargate</span>");
    }

    @Test
    void twoThatAreTheSameAreNoQuestion() throws Exception {
        assertThat(page("?s=eks&s=eks:one-each")).contains("No difference: EKS, one each and EKS, one each come to");
    }

    @Test
    void leavesAsMarkdownAndAsCsv() throws Exception {
        String markdown = text("/compare.md?s=today&s=vm-systemd");
        assertThat(markdown).startsWith("# Online shop: scenarios compared\n\nOne process under systemd")
                .contains("| mesh | $1", "## What each gives", "</estates/" + shop.slug() + "/compare?s=today");
        String csv = text("/compare.csv?s=today&s=vm-systemd");
        assertThat(csv.lines().count()).isEqualTo(1 + 2 * (1 + 7 + 1 + 5));
        assertThat(csv.lines().filter(line -> line.startsWith("vm-systemd,") && line.contains(",gross,"))).hasSize(5)
                .allMatch(line -> line.split(",").length == 17);
    }

    @Test
    void anEstateWithoutServicesSaysSo() throws Exception {
        EstateDocument document = EstateDocument.named("Bare");
        Estates.Snapshot bare = estates.create(document);
        var result = mvc.get().uri("/estates/" + bare.slug() + "/compare").exchange();
        assertThat(result.getResponse().getContentAsString()).contains("Nothing to weigh yet");
        estates.delete(bare.slug(), bare.version());
    }

    private String page(String query) throws UnsupportedEncodingException {
        return text("/compare" + query);
    }

    private String text(String path) throws UnsupportedEncodingException {
        var result = mvc.get().uri(java.net.URI.create("/estates/" + shop.slug() + path)).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }
}
