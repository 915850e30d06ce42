package dev.tare.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.RequestOptions;
import dev.tare.estate.Estates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Keeps pictures of one page of every template under target/screens: on a laptop, light and dark, on a phone, and on
 * paper. A page says which template it is by {@code data-page}; one that nobody went to fails the test.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
@Import(EveryScreenTest.Refusing.class)
class EveryScreenTest extends InBrowser {
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Path SCREENS = Path.of("target", "screens");
    private static final List<String> VARIANTS = List.of("1440-light.png", "1440-dark.png", "390-light.png",
            "a4.pdf");
    private static final int SERVICES = 12;
    private static final int LONGEST = 9_000;

    @Autowired
    Estates estates;
    private Page page;
    private String empty = "";
    private String home = "";
    private String api = "";

    /** Answers with a status and nothing else. */
    @Controller
    static class Refusing {
        @GetMapping("/refusing/{status}")
        void refuse(@PathVariable int status, HttpServletResponse response) throws IOException {
            response.sendError(status);
        }
    }

    @BeforeEach
    void aPage() {
        page = browser.page();
    }

    @AfterEach
    void takeAway() {
        estates.list().forEach(each -> estates.delete(each.slug(), estates.version(each.slug())));
    }

    @Test
    void isKeptOfEveryTemplate() throws IOException {
        seesTheFirstStart();
        seesWhatIsThereToRead();
        seesWhatIsDecidedAndImported();
        seesTwoEditorsAtOnce();
        seesWhatGoesWrong();

        assertThat(kept()).as("templates with a picture of each kind").containsExactlyElementsOf(templates());
    }

    private void seesTheFirstStart() {
        see("comparison/home", "/");
        see("intake/start", "/start");
        empty = "/estates/" + estates.create("Nothing yet").slug();
        see("comparison/weight-empty", empty);
        see("review/costs-empty", empty + "/costs");
        see("review/history-empty", empty + "/history");
    }

    private void seesWhatIsThereToRead() {
        String slug = estates.create(LargeEstate.of("A dozen", SERVICES)).slug();
        home = "/estates/" + slug;
        api = "/api/v1" + home;
        Map.ofEntries(Map.entry("estate/estates", "/estates"), Map.entry("catalogue/catalogue", "/catalogue"),
                Map.entry("catalogue/assumptions", "/catalogue/assumptions"), Map.entry("site/api", "/api"),
                Map.entry("comparison/believe", "/believe"), Map.entry("comparison/believe-case", "/believe/V1"),
                Map.entry("site/search", "/search?q=s1"), Map.entry("comparison/weight", home),
                Map.entry("comparison/graph", home + "/graph"), Map.entry("comparison/latency", home + "/latency"),
                Map.entry("comparison/findings", home + "/findings"),
                Map.entry("comparison/compare", home + "/compare"),
                Map.entry("comparison/what-if", home + "/what-if"), Map.entry("comparison/advice", home + "/advice"),
                Map.entry("comparison/working", home + "/working?scenario=today&part=network&measure=cost"),
                Map.entry("comparison/assumptions", home + "/assumptions"),
                Map.entry("comparison/label", home + "/services/s1"),
                Map.entry("comparison/team", home + "/teams/team-1"),
                Map.entry("comparison/start-fields", "/start/" + slug + "/fields"),
                Map.entry("comparison/start-label", "/start/" + slug + "/label"),
                Map.entry("estate/shapes", home + "/shapes"), Map.entry("estate/services", home + "/services"),
                Map.entry("estate/grid", home + "/services/grid"), Map.entry("estate/entries", home + "/entries"),
                Map.entry("estate/teams", home + "/teams"), Map.entry("estate/edit", home + "/services/s1/edit"),
                Map.entry("estate/delete", home + "/services/s1/delete"),
                Map.entry("estate/delete-estate", home + "/delete"),
                Map.entry("estate/keep", "/shapes/keep?preset=eks"), Map.entry("intake/import", home + "/import"),
                Map.entry("intake/aliases", home + "/aliases"), Map.entry("review/costs", home + "/costs"),
                Map.entry("review/history", home + "/history"), Map.entry("review/alerts", home + "/alerts"),
                Map.entry("review/export", home + "/export")).forEach(this::see);
    }

    private void seesWhatIsDecidedAndImported() {
        post(api + "/decisions", RequestOptions.create().setData(Map.of("compare", "s=today&s=vm-systemd")));
        see("review/decisions", home + "/decisions");
        see("review/decision", home + "/decisions/1");
        see("review/decision-edit", home + "/decisions/1/edit");
        see("review/decision-print", home + "/decisions/1/print");
        see("intake/preview", home + "/import/" + imported("dryRun=true", "name,team\nlater,team-1\n"));
        see("intake/undo", home + "/import/" + imported("dryRun=false", "name,team\nsooner,team-1\n") + "/undo");
    }

    private String imported(String options, String table) {
        APIResponse answer = post(api + "/imports?" + options, RequestOptions.create().setMultipart(FormData.create()
                .set("file", new FilePayload("services.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)))));
        return answer.text().replaceFirst("(?s)^.*?\"id\":\"([^\"]+)\".*$", "$1");
    }

    private void seesTwoEditorsAtOnce() {
        go(home + "/services/s2/edit");
        APIResponse theirs = page.request().put(root() + api + "/services/s2",
                RequestOptions.create().setData(Map.of("name", "s2", "team", "team-1", "replicas", 9)));
        assertThat(theirs.ok()).as(theirs.text()).isTrue();
        page.locator("[name=replicas]").fill("7");
        page.locator("button[value=save]").first().click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        look("estate/conflict");
    }

    /** What the console says of these is what they are about. */
    private void seesWhatGoesWrong() {
        page = browser.unheard();
        Map.of("error/403", 403, "error/404", 404, "error/409", 409, "error/413", 413, "error/422", 422, "error/4xx",
                400, "error/500", 500).forEach((template, status) -> see(template, "/refusing/" + status));
    }

    private APIResponse post(String address, RequestOptions options) {
        APIResponse answer = page.request().post(root() + address, options);
        assertThat(answer.ok()).as("%s: %s", address, answer.text()).isTrue();
        return answer;
    }

    private void see(String template, String address) {
        go(address);
        look(template);
    }

    private void go(String address) {
        page.navigate(root() + address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Pictures of what is open. Nobody looks at more than ten screens of one page. */
    private void look(String template) {
        assertThat(page.evaluate("document.body.dataset.page")).as(page.url()).isEqualTo(template);
        picture(template, 1440, ColorScheme.LIGHT);
        picture(template, 1440, ColorScheme.DARK);
        picture(template, 390, ColorScheme.LIGHT);
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.pdf(new Page.PdfOptions().setPath(screen(template, "a4.pdf")).setFormat("A4"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void picture(String template, int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        double height = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
        String variant = width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(screen(template, variant)).setFullPage(true)
                .setClip(0, 0, width, Math.min(LONGEST, Math.max(900, height))));
    }

    private static Path screen(String template, String variant) {
        return SCREENS.resolve(template.replace('/', '-') + "-" + variant);
    }

    /** What is a page by itself, of all that is written in templates. */
    private static Set<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html") && !file.endsWith("layout.html"))
                    .filter(EveryScreenTest::isPage)
                    .map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/').replace(".html", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isPage(Path template) {
        try {
            String text = Files.readString(template);
            return text.contains("<html lang=\"en\" th:replace=\"~{layout ::") || text.contains("data-page=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> kept() throws IOException {
        return templates().stream()
                .filter(template -> VARIANTS.stream().allMatch(variant -> Files.exists(screen(template, variant))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String root() {
        return "http://localhost:" + port;
    }
}
