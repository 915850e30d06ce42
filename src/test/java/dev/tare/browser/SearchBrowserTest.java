package dev.tare.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Somebody looks for something: by keyboard alone, and without script. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=true")
class SearchBrowserTest extends InBrowser {
    @Test
    void slashArrowsAndEnterLeadToAService() {
        Page page = at("/estates/online-shop/services");
        page.locator("h1").click();
        page.keyboard().press("/");
        page.keyboard().type("chec");
        Locator first = page.locator("#finds [role=option]").first();
        PlaywrightAssertions.assertThat(first).containsText("checkout");
        Browser.holdAgainstAxe(page, "search suggestions");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#find").getAttribute("aria-activedescendant")).isEqualTo(first.getAttribute("id"));
        assertThat(first.getAttribute("aria-selected")).isEqualTo("true");
        page.keyboard().press("Enter");
        page.waitForURL("**/services/checkout");
    }

    @Test
    void escapeClosesWhatIsSuggestedAndASlashInAFieldIsJustASlash() {
        Page page = at("/estates/online-shop/services/new");
        page.locator("[name=name]").fill("");
        page.locator("[name=name]").press("/");
        assertThat(page.locator("[name=name]").inputValue()).isEqualTo("/");
        page.locator("#find").fill("cart");
        page.locator("#find").dispatchEvent("input");
        page.locator("#finds").waitFor();
        page.keyboard().press("Escape");
        assertThat(page.locator("#finds").isVisible()).isFalse();
        assertThat(page.locator("#find").getAttribute("aria-expanded")).isEqualTo("false");
    }

    @Test
    void worksWithoutScript() {
        Page page = browser.page(false);
        page.navigate("http://localhost:" + port + "/estates/online-shop");
        page.locator("#find").fill("mutable tags");
        page.locator("#find").press("Enter");
        page.waitForURL("**/estates/online-shop/search?q=mutable+tags");
        page.locator(".hits a").first().click();
        page.waitForURL("**/estates/online-shop/findings#*");
    }

    @Test
    void looksAsDesigned() {
        browser.look(at("/estates/online-shop/search?q=cart"), "search");
        browser.look(at("/search"), "search-empty");
    }

    private Page at(String path) {
        Page page = browser.page();
        page.navigate("http://localhost:" + port + path);
        return page;
    }
}
