package dev.tare.comparison.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.tare.browser.Browser;
import org.junit.jupiter.api.Test;

/** Scenarios side by side before a browser: swapped in place without a jump, with script and without. */
class CompareBrowserTest extends ShopInBrowser {
    @Test
    void swapsAddsAndRemovesWithoutAJump() {
        Page page = browser.page();
        page.navigate(at("/compare?s=today&s=vm-systemd&s=eks"));
        browser.look(page, "compare");
        Locator row = page.locator("#row-lines-monitoring");
        row.evaluate("row => scrollTo(0, row.getBoundingClientRect().top + scrollY - 300)");
        page.locator("#s-2").evaluate("select => { select.value = 'nomad'; "
                + "select.dispatchEvent(new Event('change', { bubbles: true })); }");
        BoundingBox before = row.locator("td").first().boundingBox();
        assertThat(page.locator(".scenario-name").nth(2)).hasText("Nomad");
        assertStays(row.locator("td").first(), before);
        page.locator("#s-add").evaluate("select => { select.value = 'fargate'; "
                + "select.dispatchEvent(new Event('change', { bubbles: true })); }");
        assertThat(page.locator(".scenario-name")).hasCount(4);
        assertStays(row.locator("td").first(), before);
        assertThat(page.url()).contains("s=today&s=vm-systemd&s=nomad&s=fargate").doesNotContain("fragment");
        page.locator("#s-1-remove").evaluate("link => link.click()");
        assertThat(page.locator(".scenario-name")).hasCount(3);
        assertStays(row.locator("td").first(), before);
        page.goBack();
        assertThat(page.locator(".scenario-name")).hasCount(4);
    }

    @Test
    void opensAWorkingAndFollowsAFigureOfTheReaders() {
        Page page = browser.page();
        page.navigate(at("/compare?s=today&s=vm-systemd"));
        page.locator("#row-lines-headroom a.fig").first().click();
        Locator panel = page.locator("dialog[open]");
        assertThat(panel.locator("h1")).containsText("headroom");
        panel.locator("form.change[data-key='price.vcpu_h'] [name=to]").fill("0.09");
        panel.locator("form.change[data-key='price.vcpu_h'] button").click();
        assertThat(page.locator("#yours")).containsText("0.09");
        assertThat(page.url()).contains("s=today&s=vm-systemd").contains("set=price.vcpu_h%3D0.09");
        browser.look(page, "compare-yours");
    }

    @Test
    void worksWithoutScript() {
        Page bare = browser.page(false);
        bare.navigate(at("/compare?s=today&s=vm-systemd"));
        bare.locator("#s-add").selectOption("nomad");
        bare.locator(".weigh").click();
        assertThat(bare.locator(".scenario-name")).hasCount(3);
        bare.locator("#fold-lines").click();
        assertThat(bare.locator("#row-lines-mesh")).hasCount(0);
    }

    @Test
    void looksAtOneScenarioAndAtOneThatCannotStand() {
        Page page = browser.page();
        page.navigate(at("/compare?s=today&s=no-such"));
        browser.look(page, "compare-blocked");
    }

    private static void assertStays(Locator cell, BoundingBox before) {
        BoundingBox now = cell.boundingBox();
        assertThat(now.x).isEqualTo(before.x, org.assertj.core.data.Offset.offset(1.0));
        assertThat(now.width).isEqualTo(before.width, org.assertj.core.data.Offset.offset(1.0));
        assertThat(now.y).isEqualTo(before.y, org.assertj.core.data.Offset.offset(2.0));
    }
}
