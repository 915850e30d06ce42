package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tare.browser.Browser;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import org.junit.jupiter.api.Test;

/** The sample estate's findings in a browser, on a laptop and a phone, light and dark. */
class FindingsBrowserTest extends ShopInBrowser {
    @Override
    EstateDocument stocked(EstateDocument shipped) {
        return shipped.stating("Findings shop", shipped.currency(), shipped.today())
                .withServices(shipped.services().stream().map(FindingsBrowserTest::halfStated).toList());
    }

    /** One service says nothing but its name and team, so that there is something to enter. */
    private static Service halfStated(Service service) {
        return service.name().equals("ad") ? Service.named("ad").withTeam(service.team()) : service;
    }

    @Test
    void readsFindingsDefaultsAndQuestions() {
        Page page = browser.page();
        page.navigate(at("/findings"));
        browser.look(page, "findings");
        assertThat(page.locator("#small-mesh").isVisible()).isTrue();
        page.locator("#defaults ~ .table-wrap tbody a").first().click();
        page.waitForURL("**/services/**#f-*");
        // the section it is folded into opens once the page is there: waits until it shows, fails when it never does
        page.locator(page.url().substring(page.url().indexOf('#'))).waitFor();
    }

    @Test
    void comesFromTheWeightPage() {
        Page page = browser.page();
        page.navigate(at(""));
        page.setViewportSize(390, 900);
        Browser.holdAgainstAxe(page, "weight with findings");
        page.locator("a[href$='/findings']").last().click();
        assertThat(page.url()).endsWith("/findings");
    }
}
