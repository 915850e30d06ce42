package dev.tare.comparison.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Changing an assumption on the weight page, watching the figures move, and taking it back; with script and without. */
class WhatIfBrowserTest extends ShopInBrowser {
    @Test
    void changesAFigureInPlaceAndTakesItBack() {
        Page page = open(true);
        String before = gross(page).textContent();
        change(page, "price.vcpu_h", "0.09");
        assertThat(page.locator(".plate .is-gross .was").first()).hasText("was " + before);
        assertThat(gross(page)).not().hasText(before);
        assertThat(page.locator("#yours")).containsText("0.09");
        assertThat(page.url()).contains("set=price.vcpu_h%3D0.09").doesNotContain("fragment");
        browser.look(page, "what-if");
        String shared = page.url();
        page.locator("#yours li a.redraw").click();
        assertThat(gross(page)).hasText(before);
        assertThat(page.locator("#yours")).hasCount(0);
        page.goBack();
        assertThat(page.locator("#yours")).containsText("0.09");
        page.navigate(shared);
        assertThat(page.locator("#yours")).containsText("0.09");
    }

    @Test
    void aWrongUnitIsSaidAtTheField() {
        Page page = open(true);
        change(page, "price.vcpu_h", "5 MB");
        assertThat(form(page, "price.vcpu_h").locator(".error")).containsText("USD/vCPU-h");
        assertThat(form(page, "price.vcpu_h").locator("[name=to]")).hasValue("5 MB");
        assertThat(page.url()).doesNotContain("set=");
    }

    @Test
    void worksWithoutScript() {
        Page page = open(false);
        String before = gross(page).textContent();
        change(page, "price.vcpu_h", "0.09");
        assertThat(page.locator(".plate .is-gross .was").first()).hasText("was " + before);
        page.locator("#yours li a.redraw").click();
        assertThat(gross(page)).hasText(before);
    }

    @Test
    void aWorkingIsChangedInThePanelAndThePageFollows() {
        Page page = open(true);
        String before = gross(page).textContent();
        Locator panel = page.locator("#working-panel");
        page.locator(".plate .is-net a.fig").first().click();
        panel.locator("form.change[data-key='price.vcpu_h'] [name=to]").fill("0.09");
        panel.locator("form.change[data-key='price.vcpu_h'] button").click();
        assertThat(panel.locator(".was")).containsText("was");
        assertThat(page.locator(".plate .is-gross .was").first()).hasText("was " + before);
    }

    @Test
    void everyAssumptionCanBeFoundAndChanged() {
        Page page = open(false);
        page.locator("a.search").click();
        page.locator("#assumption-q").fill("Cloud on-demand CPU");
        page.locator("form.search button").click();
        Page scripted = browser.page();
        scripted.navigate(page.url());
        browser.look(scripted, "assumptions-found");
        page.locator("form.change[data-key='price.vcpu_h'] [name=to]").fill("0.09");
        page.locator("form.change[data-key='price.vcpu_h'] button").click();
        assertThat(page.locator("#yours")).containsText("0.09");
    }

    private Page open(boolean script) {
        Page page = browser.page(script);
        page.navigate("http://localhost:" + port + "/estates/" + shop.slug());
        return page;
    }

    private static Locator gross(Page page) {
        return page.locator(".plate .is-gross a.fig").first();
    }

    private static Locator form(Page page, String key) {
        return page.locator("#content form.change[data-key='" + key + "']").first();
    }

    private static void change(Page page, String key, String figure) {
        form(page, key).locator("[name=to]").fill(figure);
        form(page, key).locator("button").click();
    }
}
