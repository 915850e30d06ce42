package dev.tare.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** An architect's way through a review: the weight, scenarios side by side, what is too close to call, a record to hand out. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=true")
class ArchitectTest extends InBrowser {
    private Page page;

    @BeforeEach
    void aPage() {
        page = browser.page();
    }

    @Test
    void fromTheWeightToARecordThatIsHandedOut() {
        page.navigate("http://localhost:" + port + "/estates/online-shop");
        click("Compare line by line, with up to four");
        assertThat(page.locator(".scenario-name")).hasCount(2);
        page.locator("#s-add").selectOption("nomad");
        assertThat(page.locator(".scenario-name")).hasCount(3);
        assertThat(page.locator(".compare .chance.open").first()).hasText("too close to call");
        click("Record a decision");
        assertThat(page.locator("#title")).hasValue("Run Online shop as Nomad, one each");
        browser.look(page, "decision-new");
        page.locator("#people").fill("The review of Friday");
        page.locator("#status").selectOption("accepted");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record with these figures")).click();
        page.waitForURL(Pattern.compile("/decisions/\\d+$"));
        assertThat(page.locator(".standing")).containsText("decided by The review of Friday");
        assertThat(page.locator("#today")).containsText("Nothing they rest on has changed since.");
        browser.look(page, "decision");
        page.locator("#frozen .group-lines a.fig").first().click();
        assertThat(page.locator("#w-0-net")).isInViewport();
        String record = page.url().replaceFirst("#.*", "");
        page.navigate(record + "/print");
        assertThat(page.locator(".cover h1")).hasText("Run Online shop as Nomad, one each");
        browser.look(page, "decision-print");
        page.navigate(record.replaceFirst("/\\d+$", ""));
        assertThat(page.locator("main table")).containsText("Run Online shop as Nomad, one each");
        browser.look(page, "decisions");
        org.assertj.core.api.Assertions.assertThat(page.request().get(record + ".md").text())
                .startsWith("---\nstatus: \"accepted\"").contains("## Decision Outcome");
    }

    private void click(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
    }
}
