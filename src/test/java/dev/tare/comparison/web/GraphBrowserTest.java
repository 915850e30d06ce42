package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The graph and the latency view in a browser, on a laptop and a phone, light and dark. */
class GraphBrowserTest extends ShopInBrowser {
    @Test
    void pansZoomsAndSaves() {
        Page page = browser.page();
        page.navigate(at("/graph"));
        browser.look(page, "graph");
        page.setViewportSize(1440, 900);
        page.reload();
        Locator svg = page.locator("svg.drawing");
        String before = svg.getAttribute("viewBox");
        page.locator(".sight").focus();
        page.keyboard().press("ArrowRight");
        assertThat(svg.getAttribute("viewBox")).isNotEqualTo(before);
        page.keyboard().press("+");
        page.keyboard().press("0");
        Download png = page.waitForDownload(() -> page.locator("button:has-text('Save as PNG')").click());
        assertThat(png.suggestedFilename()).isEqualTo("graph.png");
        svg.locator("a.cell").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/services/**");
    }

    @Test
    void looksAtALaidOverScenario() {
        Page page = browser.page();
        page.navigate(at("/graph?to=today:per-team&find=cart"));
        browser.look(page, "graph-over");
        assertThat(page.locator(".cell.found").count()).isEqualTo(2);
    }

    @Test
    void looksAtLatency() {
        Page page = browser.page();
        page.navigate(at("/latency?to=vm-systemd"));
        browser.look(page, "latency");
        page.locator("nav.measures a").nth(1).click();
        assertThat(page.url()).contains("at=p50");
    }
}
