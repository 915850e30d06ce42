package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;

/** Advice as a person reads it. */
class AdviceBrowserTest extends ShopInBrowser {
    @Test
    void asksReadsAndComparesWithoutScript() {
        Page page = browser.page(false);
        page.navigate(at("/advice"));
        assertThat(page.locator("#path-table tbody tr").count()).isEqualTo(11);
        page.locator(".asking-fold summary").click();
        page.locator("#teams").selectOption(new SelectOption().setValue("free"));
        page.locator("#memoryAtMost").fill("4 GiB");
        page.locator("form.asking button").click();
        assertThat(page.url()).contains("teams=free");
        assertThat(page.locator(".crumbs").textContent()).contains("at most 4\u00a0GiB in a process");
        String units = page.locator("#path-table tr", new Page.LocatorOptions().setHasText("advised"))
                .locator("th span")
                .first().textContent();
        page.getByText("Compare today with").click();
        assertThat(page.locator("#s-1 option:checked").textContent()).contains("units made by hand");
        assertThat(Integer.parseInt(units)).isBetween(1, 11);
    }

    @Test
    void suggestsServicesToKeepApart() {
        Page page = browser.page();
        page.navigate(at("/advice"));
        page.locator(".asking-fold summary").click();
        assertThat(page.locator("#services option").count()).isEqualTo(11);
        page.locator("#apart-0").fill("frontend");
        page.locator("#apart-0-other").fill("nobody");
        page.locator("form.asking button").click();
        assertThat(page.locator("#apart-0-error").textContent()).contains("found nobody");
        page.locator(".error-summary a").first().click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("apart-0");
    }

    @Test
    void aLockIsKeptWithTheEstateAndToldWhereAWhatIfBreaksIt() {
        Page page = browser.page(false);
        page.navigate(at("/advice"));
        page.locator("#lock-a").fill("frontend");
        page.locator("#lock-b").fill("ad");
        page.locator("#lock-why").fill("card data");
        page.getByText("Keep apart", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(page.locator("#kept-locks").innerText()).contains("frontend and ad", "apart", "card data");
        page.navigate(at("/what-if?s=today:all-in-one"));
        assertThat(page.locator(".broken").first().innerText()).contains("frontend and ad are set to stay apart",
                "card data");
        page.navigate(at("/advice"));
        page.locator("#kept-locks a").first().click();
        page.locator("[name=reason]").fill("cards and more");
        page.locator("button[value=save]").first().click();
        assertThat(page.locator("#kept-locks").innerText()).contains("cards and more");
        Page look = browser.page();
        look.navigate(at("/advice?apart=cart,ad"));
        browser.look(look, "advice-locks");
        look.navigate(at("/what-if?s=today:all-in-one"));
        browser.look(look, "what-if-locks");
        page.locator("#kept-locks a").last().click();
        page.locator("button.danger").click();
        assertThat(page.locator("#kept-locks").count()).isZero();
        shop = estates.get(shop.slug());
    }

    @Test
    void isReadableEverywhere() {
        Page page = browser.page();
        page.navigate(at("/advice"));
        browser.look(page, "advice");
        page.navigate(at("/advice?apart=frontend,nobody&teams=priced&p99AtMost=soon"));
        browser.look(page, "advice-refused");
        page.navigate(at("/advice?teams=free"));
        browser.look(page, "advice-free");
    }
}
