package dev.tare.estate.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import dev.tare.browser.InBrowser;
import dev.tare.browser.Browser;
import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A team fills in many services at once: by keyboard, from a spreadsheet, against a second editor, without script. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=true")
class GridBrowserTest extends InBrowser {
    private static final int MOST_BYTES = 600_000;
    @Autowired
    private Estates estates;
    private String slug = "";

    @BeforeEach
    void anEstateOfTwo() {
        slug = estates.create(EstateDocument.named("Grid").withServices(List.of(Service.named("cart"),
                Service.named("web")))).slug();
    }

    @Test
    void cellsAreEditedAndMovedThroughByKeyboard() {
        Page page = grid();
        cell(page, 0, 0).click();
        page.keyboard().press("ArrowRight");
        page.keyboard().type("Ordering");
        page.keyboard().press("Tab");
        page.keyboard().type("go");
        page.keyboard().press("Enter");
        page.keyboard().type("node");
        page.keyboard().press("Escape");
        assertThat(cell(page, 0, 1)).hasText("Ordering");
        assertThat(cell(page, 0, 2)).hasText("go");
        assertThat(cell(page, 1, 2)).hasText("");
        page.keyboard().press("Control+z");
        assertThat(cell(page, 0, 2)).hasText("");
        page.keyboard().press("Control+y");
        assertThat(cell(page, 0, 2)).hasText("go");
        page.keyboard().press("Escape");
        assertThat(page.locator("#save")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice.good")).containsText("Saved one service.");
        assertThat(service("cart").team()).isEqualTo("Ordering");
        assertThat(estates.version(slug)).as("one save is one version").isEqualTo(versionAfterOneChange());
    }

    private long versionAfterOneChange() {
        return estates.get(estates.create("Beside").slug()).version() + 1;
    }

    @Test
    void aBlockWithHeadingsFindsItsServicesAndAddsTheOthers() {
        Page page = grid();
        paste(page,
                "Service\tOwner\tCPU request\tRAM\tNonsense\nweb\tFront\t250m\t1,5Gi\tx\nsearch\tFind\t0,5\t512Mi\ty\n");
        assertThat(page.locator("#said")).containsText("Nonsense");
        assertThat(cell(page, 1, 1)).hasText("Front");
        assertThat(cell(page, 2, 0)).hasText("search");
        save(page, "Saved 2 services.");
        assertThat(java.util.Objects.requireNonNull(service("web").memory()).request()).isEqualTo(1.5 * (1 << 30));
        assertThat(java.util.Objects.requireNonNull(service("search").cpu()).request()).isEqualTo(0.5);
        page.locator("button[form=back]").click();
        assertThat(page.locator(".notice.good")).containsText("Taken back.");
        assertThat(estates.get(slug).document().services()).extracting(Service::name).containsExactly("cart", "web");
        assertThat(service("web").team()).isNull();
    }

    @Test
    void aWrongCellSaysSoInPlaceAndNothingIsStored() {
        Page page = grid();
        cell(page, 0, 4).click();
        page.keyboard().type("lots");
        page.keyboard().press("Enter");
        assertThat(cell(page, 0, 4)).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#said")).containsText("CPU such as 250m or 0.25");
        Browser.holdAgainstAxe(page, "grid with a wrong cell");
        page.locator("#save").click();
        assertThat(cell(page, 0, 4)).isFocused();
        assertThat(service("cart").cpu()).isNull();
        paste(page, "5 ms\n");
        page.keyboard().press("Control+z");
        assertThat(cell(page, 0, 4)).hasText("lots");
    }

    @Test
    void rulesBetweenCellsAreThoseOfTheForm() {
        Page page = grid();
        cell(page, 1, 10).click();
        paste(page, "20 ms\t10 ms");
        assertThat(cell(page, 1, 11)).hasAttribute("aria-invalid", "true");
        assertThat(cell(page, 1, 11)).hasAttribute("title", java.util.regex.Pattern.compile("not less than p50"));
    }

    @Test
    void whatCanBeReadBothWaysSaysHowItIsRead() {
        Page page = grid();
        cell(page, 0, 3).click();
        page.keyboard().type("1.200");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).containsText("“1.200” is read as 1.2; for 1200 type 1200.");
        page.keyboard().type("1,5");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).hasText("2 rows are not saved yet. ");
        page.evaluate("localStorage.clear()");
        page.navigate(address().replaceFirst("grid$", "cart/edit"));
        page.locator("[name=replicas]").fill("1,200");
        page.locator("[name=replicas]").press("Tab");
        assertThat(page.locator(".reading")).hasText("“1,200” is read as 1200; for 1.2 type 1.2.");
        page.locator("[name=replicas]").fill("1200");
        page.locator("[name=replicas]").press("Tab");
        assertThat(page.locator(".reading")).hasCount(0);
    }

    @Test
    void aReloadLosesNothing() {
        Page page = grid();
        cell(page, 0, 3).click();
        page.keyboard().type("7");
        page.keyboard().press("Enter");
        paste(page, "Name\tReplicas\nnewcomer\t3\n");
        page.reload();
        assertThat(cell(page, 0, 3)).hasText("7");
        assertThat(cell(page, 2, 0)).hasText("newcomer");
        assertThat(page.locator("#said")).containsText("2 rows are not saved yet");
    }

    @Test
    void twoEditorsSeeBothVersions() {
        Page page = grid();
        cell(page, 0, 3).click();
        page.keyboard().type("7");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).containsText("One row is not saved yet.");
        estates.change(slug, Edits.putService("cart", replicas(service("cart"), 4)));
        page.locator("#save").click();
        assertThat(cell(page, 0, 3)).hasAttribute("title",
                java.util.regex.Pattern.compile("Someone else made this “4”"));
        assertThat(service("cart").replicas()).isEqualTo(4);
        save(page, "Saved one service.");
        assertThat(service("cart").replicas()).isEqualTo(7);
    }

    private static Service replicas(Service service, double replicas) {
        var tree = Trees.of(service);
        tree.put("replicas", replicas);
        return Trees.to(tree, Service.class);
    }

    @Test
    void hostingCostsAreColumns() {
        Page page = grid();
        cell(page, 0, 13).click();
        page.keyboard().type("12.50");
        page.keyboard().press("Enter");
        paste(page, "Service\tcompute cost\nweb\t$1,200\n");
        save(page, "Saved 2 services.");
        assertThat(service("cart").costs()).extracting(cost -> String.valueOf(cost.monthly())).containsExactly("12.5");
        assertThat(service("web").costs()).extracting(EstateDocument.Cost::category).containsExactly("compute");
    }

    @Test
    void callsHaveAGridOfTheirOwn() {
        Page page = grid();
        page.locator(".measures a").last().click();
        page.locator(".cells[aria-label=Calls]").waitFor();
        cell(page, 0, 0).click();
        paste(page, "From\tTo\tPer request\tMode\tSends\tp50\tp99\nweb\tcart\t1.5\tasync\t2 kB\t3 ms\t9 ms\n");
        assertThat(cell(page, 0, 3)).hasText("async");
        page.keyboard().press("Control+z");
        assertThat(cell(page, 0, 3)).hasText("");
        page.keyboard().press("Control+y");
        save(page, "Saved one call.");
        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.from()).isEqualTo("web");
            assertThat(call.perRequest()).isEqualTo(1.5);
            assertThat(call.requestBytes()).isEqualTo(2000);
            assertThat(call.p99()).isEqualTo(9);
        });
        page.reload();
        page.locator(".cells").waitFor();
        cell(page, 0, 0).click();
        paste(page, "Caller\tCallee\tp99\nweb\tcart\t1 ms\ncart\tnobody\t\n");
        assertThat(page.locator("#said")).containsText("2 cells need another look");
        assertThat(cell(page, 0, 7)).hasAttribute("aria-invalid", "true");
        assertThat(cell(page, 1, 1)).hasAttribute("title", java.util.regex.Pattern.compile("name of a service"));
        Browser.holdAgainstAxe(page, "grid of calls with wrong cells");
        page.keyboard().press("Control+z");
        cell(page, 0, 2).click();
        page.keyboard().type("4");
        page.keyboard().press("Enter");
        EstateDocument.Call stored = calls().getFirst();
        estates.change(slug, document -> document.withCalls(List.of(new EstateDocument.Call("web", "cart", null,
                stored.mode(), 2.0, null, null, null, null, null, List.of()))));
        page.locator("#save").click();
        assertThat(cell(page, 0, 2)).hasAttribute("title",
                java.util.regex.Pattern.compile("Someone else made this “2”"));
        save(page, "Saved one call.");
        assertThat(calls().getFirst().perRequest()).isEqualTo(4);
        page.locator("button[form=back]").click();
        assertThat(page.locator(".notice.good")).containsText("Taken back.");
        assertThat(calls().getFirst().perRequest()).isEqualTo(2);
    }

    private List<EstateDocument.Call> calls() {
        return estates.get(slug).document().calls();
    }

    @Test
    void callsAreEditedWithoutScriptAsWell() {
        estates.change(slug, document -> document.withCalls(List.of(new EstateDocument.Call("web", "cart", null, null,
                1.0, null, null, null, null, null, List.of()))));
        Page page = browser.page(false);
        page.navigate(address().replace("services", "calls"));
        page.locator("[name='row[0].perRequest']").fill("3");
        page.locator("[name='row[1].from']").fill("cart");
        page.locator("#save").click();
        assertThat(page.locator("#errors")).containsText("one cell needs another look");
        page.locator("[name='row[1].to']").fill("web");
        page.locator("#save").click();
        assertThat(page.locator(".notice.good")).containsText("Saved 2 calls.");
        assertThat(calls()).extracting(EstateDocument.Call::to).containsExactly("cart", "web");
    }

    @Test
    void worksWithoutScript() {
        Page page = browser.page(false);
        page.navigate(address());
        page.locator("[name='row[0].replicas']").fill("3");
        page.locator("[name='row[2].name']").fill("extra");
        page.locator("[name='row[1].memory.request']").fill("much");
        page.locator("#save").click();
        assertThat(page.locator("#errors")).containsText("one cell needs another look");
        Locator wrong = page.locator("[name='row[1].memory.request']");
        assertThat(wrong).hasAttribute("aria-invalid", "true");
        wrong.fill("64Mi");
        page.locator("#save").click();
        assertThat(page.locator(".notice.good")).containsText("Saved 3 services.");
        assertThat(service("cart").replicas()).isEqualTo(3);
        page.locator("button[form=back]").click();
        assertThat(page.locator(".notice.good")).containsText("Taken back.");
        assertThat(estates.get(slug).document().services()).hasSize(2);
        assertThat(service("cart").replicas()).isNull();
    }

    @Test
    void twoHundredServicesAreFewBytesAndTwelveHundredCanBeTypedInto() {
        assertThat(bytes(estateOf(200))).isLessThan(MOST_BYTES);
        slug = estateOf(1_200);
        Page page = grid();
        assertThat(page.locator(".cells tbody tr")).hasCount(1_201);
        cell(page, 1_199, 0).scrollIntoViewIfNeeded();
        cell(page, 1_199, 3).click();
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).containsText("One row is not saved yet.");
        save(page, "Saved one service.");
        assertThat(service("service-1199").replicas()).isEqualTo(2);
    }

    private String estateOf(int services) {
        List<Service> all = IntStream.range(0, services).mapToObj(i -> Service.named("service-" + i)).toList();
        return estates.create(EstateDocument.named("Of " + services).withServices(all)).slug();
    }

    /** All that a browser with an empty cache is sent. */
    private int bytes(String of) {
        slug = of;
        Page page = browser.page();
        List<Response> answers = new ArrayList<>();
        page.onResponse(answers::add);
        page.navigate(address());
        page.locator(".cells").waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        // Asking for a body lets further answers in, so these are counted from a copy.
        return List.copyOf(answers).stream().mapToInt(answer -> answer.body().length).sum();
    }

    @Test
    void looksAsDesigned() {
        slug = "online-shop";
        browser.look(grid(), "estate-grid");
        Page calls = browser.page();
        calls.navigate(address().replace("services", "calls"));
        calls.locator(".cells").waitFor();
        browser.look(calls, "estate-grid-calls");
    }

    private void save(Page page, String said) {
        page.locator("#save").click();
        assertThat(page.locator(".notice.good")).containsText(said);
    }

    private static void paste(Page page, String text) {
        page.locator(".cells")
                .evaluate("(table, text) => { const data = new DataTransfer(); data.setData('text/plain', text);"
                        + " table.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true })); }",
                        text);
    }

    private static Locator cell(Page page, int row, int column) {
        return page.locator(".cells tbody tr").nth(row).locator("td").nth(column);
    }

    private Page grid() {
        Page page = browser.page();
        page.navigate(address());
        page.locator(".cells").waitFor();
        return page;
    }

    private String address() {
        return "http://localhost:" + port + "/estates/" + slug + "/services/grid";
    }

    private Service service(String name) {
        return estates.get(slug).document().services().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow();
    }
}
