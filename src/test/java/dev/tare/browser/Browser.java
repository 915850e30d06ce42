package dev.tare.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine, for tests that look at pages: {@code Browser.open()}, {@code page()}, and
 * {@code look(page, name)}, which keeps pictures under target/screenshots and fails on anything axe objects to. Without
 * a Chromium the test is skipped with a notice, unless TARE_BROWSER_REQUIRED=true. {@code close()} fails on anything the
 * console complained about.
 */
public final class Browser implements AutoCloseable {
    /** Chromium's note that a form was answered with what is wrong, with a file nobody reads, or with another's version. */
    private static final Pattern ANSWERED = Pattern.compile("responded with a status of (409|413|415|422)");
    /** How long a busy machine may take over a page; no test is about time. */
    public static final double PATIENCE_MS = 120_000;
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path executable) {
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS));
    }

    /** Starts it, or skips the test that asks. */
    public static Browser open() {
        Optional<Path> executable = find();
        if (executable.isEmpty()) {
            assertThat(System.getenv("TARE_BROWSER_REQUIRED")).as("no Chromium on the PATH, and one is required")
                    .isNotEqualTo("true");
            System.err.println("NOTICE: no Chromium on the PATH, so browser tests are skipped");
            Assumptions.abort("no Chromium on the PATH");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return new Browser(executable.orElseThrow());
    }

    /** A new page of a laptop's size; what its console complains about is remembered. */
    public Page page() {
        return page(true);
    }

    /** A page on which script is allowed or not. */
    public Page page(boolean script) {
        Page page = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1440, 900).setJavaScriptEnabled(script)).newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(message -> {
            boolean complaint = message.type().equals("error") || message.type().equals("warning");
            if (complaint && !ANSWERED.matcher(message.text()).find()) {
                complaints.add(said(message));
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** A page whose console nobody listens to, for those about what goes wrong. */
    public Page unheard() {
        return chromium.newContext().newPage();
    }

    /** Keeps pictures of a page on a laptop and a phone, light and dark, and on paper, and holds each against axe. */
    public void look(Page page, String name) {
        for (int width : List.of(1440, 390)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                String picture = name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
                page.waitForTimeout(150);
                keep(page, picture);
                holdAgainstAxe(page, picture);
                assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth > innerWidth"))
                        .as("%s scrolls sideways", picture).isFalse();
            }
        }
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
        page.pdf(new Page.PdfOptions().setPath(PICTURES.resolve(name + "-a4.pdf")).setFormat("A4")
                .setPreferCSSPageSize(false).setPrintBackground(false));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** Fails on anything axe objects to on the page as it is. */
    public static void holdAgainstAxe(Page page, String where) {
        AxeResults results = new AxeBuilder(page).analyze();
        assertThat(results.getViolations())
                .as("%s: %s", where, results.getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + " at " + node.getTarget() + ": " + node.getHtml()))
                        .toList())
                .isEmpty();
    }

    /** Closes every page, before what they show is taken away: what they still ask for would not be there. */
    public void closePages() {
        chromium.contexts().forEach(BrowserContext::close);
    }

    /** What consoles complained about so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
        assertThat(complaints).as("complaints on the console").isEmpty();
    }

    private static void keep(Page page, String picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")).setFullPage(true));
    }

    private static String said(ConsoleMessage message) {
        return message.location() + ": " + message.text();
    }

    private static Optional<Path> find() {
        String path = String.valueOf(System.getenv("PATH"));
        return Stream.of(path.split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable)
                .findFirst();
    }
}
