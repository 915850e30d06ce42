package dev.tare.comparison.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import dev.tare.browser.Browser;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The advice page in a browser, on the sample estate; it needs no script. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AdviceBrowserTest {
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
        try (InputStream in = new ClassPathResource("sample/online-shop.yaml").getInputStream()) {
            shop = estates.create(new YAMLMapper().readValue(in, EstateDocument.class));
        }
    }

    @AfterEach
    void takeAway() {
        estates.delete(shop.slug(), shop.version());
    }

    @Test
    void asksReadsAndComparesWithoutScript() {
        Page page = browser.page(false);
        page.navigate("http://localhost:" + port + "/estates/" + shop.slug() + "/advice");
        assertThat(page.locator(".path tbody tr").count()).isEqualTo(11);
        page.locator(".asking-fold summary").click();
        page.locator("#teams").selectOption(new SelectOption().setValue("free"));
        page.locator("form.asking button").click();
        assertThat(page.url()).contains("teams=free");
        String units = page.locator(".path tr", new Page.LocatorOptions().setHasText("advised")).locator("th span")
                .first().textContent();
        page.getByText("Compare today with").click();
        assertThat(page.locator("#pair-b option:checked").textContent()).contains("units made by hand");
        assertThat(Integer.parseInt(units)).isBetween(1, 11);
    }

    @Test
    void isReadableEverywhere() {
        Page page = browser.page();
        page.navigate("http://localhost:" + port + "/estates/" + shop.slug() + "/advice");
        browser.look(page, "advice");
        page.navigate("http://localhost:" + port + "/estates/" + shop.slug() + "/advice?apart=frontend,nobody");
        browser.look(page, "advice-refused");
    }
}
