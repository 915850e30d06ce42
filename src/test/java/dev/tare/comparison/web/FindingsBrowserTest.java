package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tare.browser.Browser;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The sample estate's findings in a browser, on a laptop and a phone, light and dark. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FindingsBrowserTest {
    private static Browser browser;

    @LocalServerPort
    int port;
    @Autowired
    Estates estates;
    private Estates.Snapshot shop;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void register() throws IOException {
        try (InputStream sample = getClass().getResourceAsStream("/sample/online-shop.yaml")) {
            EstateDocument document = new YAMLMapper().readValue(Objects.requireNonNull(sample), EstateDocument.class);
            shop = estates.create(document.stating("Findings shop", document.currency(), document.today())
                    .withServices(document.services().stream().map(FindingsBrowserTest::halfStated).toList()));
        }
    }

    /** One service says nothing but its name and team, so that there is something to enter. */
    private static Service halfStated(Service service) {
        return service.name().equals("ad") ? Service.named("ad").withTeam(service.team()) : service;
    }

    @AfterEach
    void takeAway() {
        estates.delete(shop.slug(), shop.version());
    }

    @Test
    void readsFindingsDefaultsAndQuestions() {
        Page page = browser.page();
        page.navigate("http://localhost:" + port + "/estates/" + shop.slug() + "/findings");
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
        page.navigate("http://localhost:" + port + "/estates/" + shop.slug());
        page.setViewportSize(390, 900);
        Browser.holdAgainstAxe(page, "weight with findings");
        page.locator("a[href$='/findings']").last().click();
        assertThat(page.url()).endsWith("/findings");
    }
}
