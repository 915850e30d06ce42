package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tare.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sample estate's findings in a browser, on a laptop and a phone, light and dark. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "TARE_SAMPLE=true")
class FindingsBrowserTest {
    private static Browser browser;

    @LocalServerPort
    int port;

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

    @Test
    void readsFindingsDefaultsAndQuestions() {
        Page page = browser.page();
        page.navigate("http://localhost:" + port + "/estates/online-shop/findings");
        browser.look(page, "findings");
        assertThat(page.locator("#small-mesh").isVisible()).isTrue();
        page.locator("#defaults ~ .table-wrap tbody a").first().click();
        assertThat(page.url()).contains("/estates/online-shop/");
    }
}
