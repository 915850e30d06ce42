package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tare.browser.InBrowser;
import dev.tare.browser.Browser;
import org.junit.jupiter.api.Test;

/** The evidence in a browser: reach it, read it, move a case with the keyboard, on a laptop and a phone. */
class BelieveBrowserTest extends InBrowser {
    @Test
    void reachesEveryCaseFromTheNavigation() {
        Page page = at("/catalogue", true);
        page.getByText("Evidence").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("How far to believe this");
        browser.look(page, "believe");
        page.getByText("A web shop as eleven services").click();
        browser.look(page, "believe-v1");
        assertThat(page.locator(".levers .field").count()).isGreaterThan(4);
    }

    @Test
    void movesACaseWithoutScript() {
        Page page = at("/believe/V1", false);
        page.locator("input[name='net.call_cpu']").fill("0.05");
        page.locator("input[name='net.call_cpu']").press("Enter");
        assertThat(page.locator(".notice").textContent()).contains("1 of 6 figures is outside.");
        Browser.holdAgainstAxe(at(page.url().substring(page.url().indexOf("/believe")), true), "believe-v1-moved");
    }

    @Test
    void looksAtAMiss() {
        browser.look(at("/believe/V18", true), "believe-v18");
        browser.look(at("/believe/V30", true), "believe-v30");
        browser.look(at("/believe/V8", true), "believe-v8");
    }

    private Page at(String address, boolean script) {
        Page page = browser.page(script);
        page.navigate("http://localhost:" + port + address);
        return page;
    }
}
