package dev.tare.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tare.browser.Browser;
import dev.tare.estate.Estates;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The import in a real browser, with script and without. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class ImportPagesTest {
    private static final Path CASES = Path.of("src/test/resources/intake/kubernetes");

    private final String root;
    private final Estates estates;

    ImportPagesTest(@LocalServerPort int port, @Autowired Estates estates) {
        this.root = "http://localhost:" + port;
        this.estates = estates;
    }

    private static Path input(String name) {
        return CASES.resolve(name).resolve("input.yaml");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void imports(boolean script) {
        String slug = estates.create("Market " + script).slug();
        try (Browser browser = Browser.open()) {
            Page page = browser.page(script);
            page.navigate(root + "/estates/" + slug + "/import");
            look(script, browser, page, "import");
            page.locator("#file").setInputFiles(
                    Stream.of("containers-and-roles", "bare-names", "kinds-and-replicas").map(ImportPagesTest::input)
                            .toArray(Path[]::new));
            page.locator("text=Show what would change").click();
            page.locator("h1:has-text('What would change')").waitFor();
            look(script, browser, page, "import-preview");
            assertThat(page.locator("h1").innerText()).isEqualTo("What would change");
            page.locator("tr:has-text('ALDER_HOST') input[type=checkbox]").check();
            page.locator("button:has-text('Apply')").first().click();
            assertThat(page.locator(".notice.good").innerText()).contains("Imported.");
            look(script, browser, page, "import-done");
        }
        assertThat(estates.get(slug).document().calls()).hasSize(6)
                .noneMatch(call -> call.to().equals("alder"));
    }

    private static void look(boolean script, Browser browser, Page page, String name) {
        if (script) {
            browser.look(page, name);
        }
    }
}
