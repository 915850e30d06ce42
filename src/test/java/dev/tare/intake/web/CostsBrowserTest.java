package dev.tare.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.tare.browser.InBrowser;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.EstateCost;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Finance brings a table of its own: which column is what, whose money it is, and what becomes of the rest. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class CostsBrowserTest extends InBrowser {
    private static final String TABLE = "what;net;gross;paid in\ncart;10;11,90;EUR\nmailing;20;23,80;EUR\nsupport;1;1,19;EUR\n";
    @Autowired
    private Estates estates;

    @Test
    void picksColumnsAndSaysWhoseMoneyItIs() {
        String slug = estates.create(EstateDocument.named("Market").withServices(
                List.of(Service.named("cart"), Service.named("mail")))).slug();
        Page page = browser.page();
        page.navigate("http://localhost:" + port + "/estates/" + slug + "/import");
        page.locator("#file").setInputFiles(
                new FilePayload("costs.csv", "text/csv", TABLE.getBytes(StandardCharsets.UTF_8)));
        page.locator("#questions > summary").click();
        assertThat(page.locator("#columns option")).hasCount(4);
        page.locator("#column-service").fill("what");
        page.locator("#column-amount").fill("gross");
        page.locator("#column-currency").fill("paid in");
        page.locator("#format").selectOption("plain-costs");
        browser.look(page, "costs-import");
        page.locator("#import button.primary").click();
        page.waitForURL("**/import/*-*");
        assertThat(page.locator(".bill h3")).containsText("36.89");
        page.getByLabel("Whose name mailing is").fill("mail");
        browser.look(page, "costs-preview");
        page.locator("#whose .button").click();
        assertThat(page.locator("#rules")).hasValue("name ~ mailing -> mail");
        page.locator("#apply button.primary").click();
        page.waitForURL("**/import");
        assertThat(estates.get(slug).document().services()).extracting(service -> service.costs().getFirst().monthly())
                .containsExactly(new BigDecimal("11.9"), new BigDecimal("23.8"));
        decidesOnTheRest(slug, page);
    }

    private void decidesOnTheRest(String slug, Page page) {
        page.navigate("http://localhost:" + port + "/estates/" + slug + "/services");
        assertThat(page.locator("#rest + p")).containsText("1.19");
        browser.look(page, "costs-rest");
        page.getByLabel("counts: no category").check();
        page.locator("form[action$='/costs'] .button").click();
        page.waitForURL("**/services#rest");
        assertThat(estates.get(slug).document().costs()).extracting(EstateCost::counts).containsExactly(true);
        page.getByLabel("take away: no category").check();
        page.locator("form[action$='/costs'] .button").click();
        assertThat(page.locator("#rest")).hasCount(0);
        assertThat(estates.get(slug).document().costs()).isEmpty();
        page.navigate("http://localhost:" + port + "/estates/" + slug + "/export");
        browser.look(page, "export");
    }
}
