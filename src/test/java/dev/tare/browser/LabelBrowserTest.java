package dev.tare.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** From the list of services to a label, and from label to label. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=true")
class LabelBrowserTest extends InBrowser {
    @Autowired
    private Estates estates;

    @Test
    void fromTheListToALabelAndOn() {
        Page page = at("/estates/online-shop/services");
        page.locator(".inventory tbody th a").getByText("checkout").click();
        assertThat(page).hasURL(Pattern.compile("/services/checkout$"));
        assertThat(page.locator("h1")).containsText("a thousand requests cost");
        browser.look(page, "label");
        page.locator("section:has(#callees) tbody a").getByText("payment").click();
        assertThat(page.locator("h1")).containsText("payment costs");
        page.locator(".actions .primary").click();
        assertThat(page).hasURL(Pattern.compile("/services/payment/edit$"));
    }

    /** What nobody stated leads to its field, whatever the service is called; the names of other pages lead to those. */
    @Test
    void anyNameHasALabelAndMissingFieldsAreThere() {
        String slug = estates.create(EstateDocument.named("Any names").withServices(
                List.of(Service.named("a.b/c d"), Service.named("new"), Service.named("grid")))).slug();
        Page page = at("/estates/" + slug + "/services");
        page.locator(".inventory tbody th a").getByText("a.b/c d").click();
        assertThat(page.locator("h1")).containsText("a.b/c d costs");
        browser.look(page, "label-little-known");
        List<String> fields = page.locator("a[href*='#f-']").all().stream().map(link -> link.getAttribute("href"))
                .distinct().toList();
        assertThat(fields).hasSizeGreaterThan(8);
        for (String field : fields) {
            page.navigate(root() + field);
            assertThat(page.locator(":target")).hasCount(1);
        }
        page.navigate(root() + "/estates/" + slug + "/services");
        page.locator(".inventory tbody th a").getByText("new").click();
        assertThat(page).hasURL(Pattern.compile("/services/new/edit$"));
        page.navigate(root() + "/estates/" + slug + "/services/new");
        assertThat(page.locator("h1")).containsText("New service");
        page.navigate(root() + "/estates/" + slug + "/services/grid");
        assertThat(page.locator("#save")).isVisible();
    }

    private String root() {
        return "http://localhost:" + port;
    }

    private Page at(String path) {
        Page page = browser.page();
        page.navigate(root() + path);
        return page;
    }
}
