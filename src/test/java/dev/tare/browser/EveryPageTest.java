package dev.tare.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import dev.tare.estate.Estates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Follows every link from the first page on, in an estate of two hundred services, and holds one page of each kind to
 * what a page may weigh: what it transfers, cold and warm, how far its layout shifts, and that it answers at all. What
 * was measured is kept as target/pages.csv, with the time of the first content, which no test is about.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=false")
class EveryPageTest {
    private static final long COLD_BYTES = 600_000;
    private static final long WARM_BYTES = 200_000;
    private static final double LAYOUT_SHIFT = 0.02;
    private static final int SERVICES = 200;
    private static final int FEWEST_PAGES = 20;

    /** Addresses whose next segment names one of many. */
    private static final Pattern ONE_OF_MANY = Pattern
            .compile(
                    "(?<=/)(estates|services|teams|entries|shapes|locks|believe|decisions|import|assumptions)/(?!new\\b|grid\\b)[^/]+");
    private static final Pattern NO_PAGE = Pattern.compile("/(api/v1|v3|exports|actuator)(/.*)?");
    private static final String SHIFTS = """
            window.shifted = 0;
            new PerformanceObserver(list => list.getEntries().filter(entry => !entry.hadRecentInput)
              .forEach(entry => window.shifted += entry.value)).observe({type: 'layout-shift', buffered: true});
            """;
    private static final String LINKS = "() => [...document.querySelectorAll('a[href]:not([download])')]"
            + ".filter(a => a.origin === location.origin).map(a => a.pathname + a.search)";
    private static final String FIRST_CONTENT = "() => performance.getEntriesByName('first-contentful-paint')"
            + ".map(entry => entry.startTime)[0] ?? 0";

    @LocalServerPort
    int port;
    @Autowired
    Estates estates;
    private Browser browser;
    private Estates.Snapshot estate;

    /** What one page came to. */
    private record Weighed(String kind, String address, long cold, long warm, double shift, double firstContent) {
        String line() {
            return String.format(Locale.ROOT, "%s,%s,%d,%d,%.4f,%.0f", kind, address, cold, warm, shift, firstContent);
        }
    }

    @BeforeEach
    void open() {
        browser = Browser.open();
        estate = estates.create(LargeEstate.of("Two hundred", SERVICES));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
            estates.delete(estate.slug(), estates.version(estate.slug()));
        }
    }

    @Test
    void isLightAndStandsStill() throws IOException {
        List<Weighed> pages = everyKindOfPage();
        keep(pages);

        assertThat(pages).hasSizeGreaterThan(FEWEST_PAGES)
                .allSatisfy(page -> assertThat(page.cold()).as("%s cold, bytes", page).isLessThanOrEqualTo(COLD_BYTES))
                .allSatisfy(page -> assertThat(page.warm()).as("%s warm, bytes", page).isLessThanOrEqualTo(WARM_BYTES))
                .allSatisfy(page -> assertThat(page.shift()).as("%s shifts", page).isLessThanOrEqualTo(LAYOUT_SHIFT));
    }

    private List<Weighed> everyKindOfPage() {
        List<Weighed> pages = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/estates", "/estates/" + estate.slug()));
        open.forEach(address -> seen.add(kind(address)));
        while (!open.isEmpty()) {
            String address = open.remove();
            if (isPage(address)) {
                Page page = browser.page();
                pages.add(weigh(page, address));
                links(page).stream().filter(link -> seen.add(kind(link))).forEach(open::add);
                page.context().close();
            }
        }
        return pages;
    }

    private Weighed weigh(Page page, String address) {
        page.addInitScript(SHIFTS);
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        AtomicLong bytes = new AtomicLong();
        session.on("Network.loadingFinished", (JsonObject event) -> bytes
                .addAndGet(event.get("encodedDataLength").getAsLong()));
        load(page, address);
        long cold = bytes.getAndSet(0);
        double firstContent = number(page, FIRST_CONTENT);
        double shift = number(page, "window.shifted");
        load(page, address);
        return new Weighed(kind(address), address, cold, bytes.get(), shift, firstContent);
    }

    private void load(Page page, String address) {
        Response response = page.navigate(root() + address);
        assertThat(response.status()).as(address).isLessThan(400);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** Whether an address answers with a page: what is downloaded is none, and what is not there is a broken link. */
    private boolean isPage(String address) {
        Page page = browser.page();
        try {
            APIResponse response = page.request().get(root() + address);
            assertThat(response.status()).as("the link to %s", address).isLessThan(400);
            return response.headers().getOrDefault("content-type", "").startsWith("text/html");
        } finally {
            page.context().close();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        return ((List<String>) page.evaluate(LINKS)).stream().filter(link -> !NO_PAGE.matcher(kind(link)).find())
                .toList();
    }

    private static String kind(String address) {
        return ONE_OF_MANY.matcher(URI.create(address).getPath()).replaceAll("$1/*");
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private String root() {
        return "http://localhost:" + port;
    }

    private static void keep(List<Weighed> pages) throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("kind,address,cold bytes,warm bytes,layout shift,first content ms"));
        pages.forEach(page -> lines.add(page.line()));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "pages.csv"), lines);
    }
}
