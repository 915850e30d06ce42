package dev.tare.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.browser.InBrowser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;

/** The catalogue's pages in a browser: pick, read, search, on a laptop and a phone, with script and without. */
class CatalogueBrowserTest extends InBrowser {
    @Test
    void picksAnOptionAndReadsWhatItMakes() {
        Page page = at("/catalogue?preset=eks", true);
        browser.look(page, "catalogue");
        page.getByLabel("Wiring").selectOption(new SelectOption().setValue("linkerd"));
        page.getByText("Show this shape").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("EKS with Linkerd");
        assertThat(page.locator(".os tr.replaced").count()).isGreaterThan(7);
    }

    @Test
    void readsWhyACombinationCannotBe() {
        Page page = at("/catalogue?preset=lambda-zip&isolation=jail", true);
        browser.look(page, "catalogue-refused");
        assertThat(page.locator(".notice").textContent()).contains("jails are FreeBSD's");
    }

    @Test
    void followsAFigureToItsSource() {
        Page page = at("/catalogue?preset=eks", true);
        page.locator(".costs a.fig").first().click();
        String key = page.url().substring(page.url().indexOf('#') + 1);
        assertThat(page.locator("[id='" + key + "']").isVisible()).isTrue();
    }

    @Test
    void searchesWhileTyping() {
        browser.look(at("/catalogue/assumptions?q=istio", true), "assumptions");
        Page page = at("/catalogue/assumptions", true);
        page.locator("#q").fill("ztunnel memory");
        assertThat(page.locator(".ledger tbody tr:visible").count()).isBetween(1, 6);
        assertThat(page.locator("#found").textContent()).startsWith(
                page.locator(".ledger tbody tr:visible").count() + " of ");
    }

    @Test
    void searchesWithoutScriptToo() {
        Page page = at("/catalogue/assumptions", false);
        page.locator("#q").fill("ztunnel memory");
        page.locator(".search button").click();
        assertThat(page.locator(".ledger tbody tr").count()).isBetween(1, 6);
    }

    private Page at(String path, boolean script) {
        Page page = browser.page(script);
        page.navigate("http://localhost:" + port + path);
        return page;
    }
}
