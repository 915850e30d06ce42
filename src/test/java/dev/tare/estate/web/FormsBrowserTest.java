package dev.tare.estate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tare.browser.InBrowser;
import dev.tare.estate.Documents;
import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A team registers what it runs: with script and without, alone and against a second editor, by keyboard. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.sample=true")
class FormsBrowserTest extends InBrowser {
    @Autowired
    private Estates estates;
    private String slug = "";

    @BeforeEach
    void createAnEstate() {
        slug = estates.create("Team's own").slug();
    }

    @Test
    void looksAsDesigned() {
        browser.look(at("/estates/online-shop/services"), "estate-services");
        Page edit = at("/estates/online-shop/services/checkout/edit");
        edit.locator("details.fold").evaluateAll("all => all.forEach(one => one.open = true)");
        browser.look(edit, "estate-service-edit");
        browser.look(at("/estates"), "estate-estates");
        browser.look(at("/estates/online-shop/teams"), "estate-teams");
        browser.look(at("/estates/online-shop/entries"), "estate-entries");
        browser.look(at("/estates/online-shop/settings"), "estate-settings");
        browser.look(at("/estates/online-shop/services/cart/delete"), "estate-delete");
        browser.look(at("/estates/online-shop/delete"), "estate-delete-estate");
        browser.look(at("/estates/" + slug + "/services"), "estate-services-empty");
    }

    @Test
    void registersServicesWithTheirCallsByKeyboardAlone() {
        Page page = at("/estates/" + slug + "/services/new");
        page.keyboard().type("web");
        page.keyboard().press("Tab");
        page.keyboard().type("Front");
        page.locator("[name='calls[0].to']").focus();
        page.keyboard().type("cart");
        page.keyboard().press("Tab");
        assertThat(page.locator(".offer").first().isVisible()).as("an unknown callee is offered").isTrue();
        page.keyboard().type("30 %");
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/services/new?team=Front");
        page.keyboard().type("pay");
        page.keyboard().press("Enter");
        page.waitForURL("**/services");
        EstateDocument stored = document();
        assertThat(stored.services()).extracting(Service::name).containsExactly("web", "cart", "pay");
        assertThat(stored.services()).extracting(Service::team).containsExactly("Front", null, "Front");
        assertThat(stored.calls()).extracting(Call::to, Call::perRequest)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("cart", 0.3));
    }

    @Test
    void readsTypedUnitsAndShowsThemAgain() {
        Page page = at("/estates/" + slug + "/services/new");
        page.locator("details.fold").evaluateAll("all => all.forEach(one => one.open = true)");
        fill(page, "name", "sized", "cpu.request", "250m", "memory.request", "1.5Gi", "memory.used", "408 MB",
                "workMs.p50", "0.012 s", "costs[0].category", "compute", "costs[0].monthly", "$1,200");
        page.locator("button[value=save]").first().click();
        Service stored = document().services().getFirst();
        assertThat(stored.cpu().request()).isEqualTo(0.25);
        assertThat(stored.memory().request()).isEqualTo(1.5 * 1024 * 1024 * 1024);
        assertThat(stored.memory().used()).isEqualTo(408e6);
        assertThat(stored.workMs().p50()).isEqualTo(12);
        assertThat(stored.costs().getFirst().monthly()).isEqualByComparingTo("1200");
        Page again = at("/estates/" + slug + "/services/sized/edit");
        assertThat(again.locator("[name='memory.request']").inputValue()).isEqualTo("1.5Gi");
    }

    @Test
    void suggestsTheSizeOfAKnownImage() {
        Page page = at("/estates/" + slug + "/services/new");
        page.locator("details.fold").evaluateAll("all => all.forEach(one => one.open = true)");
        fill(page, "image.reference", "docker.io/library/node:22-alpine");
        page.keyboard().press("Tab");
        assertThat(page.locator("[name='image.compressedBytes']").inputValue()).matches("\\d+(\\.\\d+)? MB");
        assertThat(page.locator("[name='runtime.language']").inputValue()).isEqualTo("node");
        fill(page, "image.compressedBytes", "70 MB", "image.reference", "redis:7-alpine");
        page.keyboard().press("Tab");
        assertThat(page.locator("[name='image.compressedBytes']").inputValue()).as("never over what was typed")
                .isEqualTo("70 MB");
    }

    @Test
    void showsErrorsAtTheirFields() {
        Page page = at("/estates/" + slug + "/services/new");
        page.locator("details.fold").evaluateAll("all => all.forEach(one => one.open = true)");
        fill(page, "name", "wrong", "memory.request", "12 bananas", "calls[0].to", "nobody", "calls[0].p50", "5 ms",
                "calls[0].p99", "4 ms");
        page.locator(".offer input").first().uncheck();
        page.locator("button[value=save]").first().click();
        Locator errors = page.locator("#errors");
        assertThat(errors.evaluate("one => one === document.activeElement")).as("focus is moved").isEqualTo(true);
        assertThat(errors.locator("li")).isNotNull();
        assertThat(errors.locator("li").count()).isEqualTo(3);
        Locator memory = page.locator("[name='memory.request']");
        String explained = memory.getAttribute("aria-describedby");
        assertThat(page.locator("#" + explained.split(" ")[1]).textContent())
                .isEqualTo("Expected memory such as 512Mi or 1.5Gi, found '12 bananas'.");
        assertThat(memory.inputValue()).isEqualTo("12 bananas");
        errors.locator("a").first().click();
        assertThat(memory.evaluate("one => one === document.activeElement")).isEqualTo(true);
        browser.look(page, "estate-service-wrong");
        assertThat(document().services()).isEmpty();
    }

    @Test
    void worksWithoutScript() {
        Page page = browser.page(false);
        page.navigate("http://localhost:" + port + "/estates/" + slug + "/services/new");
        page.locator("[name=name]").fill("plain");
        page.locator("[name='calls[0].to']").fill("other");
        page.locator("button[value='add:calls']").click();
        page.locator("[name='calls[1].to']").fill("third");
        page.locator("button[value='add:calls']").click();
        page.locator("button[value='remove:calls:2']").click();
        assertThat(page.locator("[name='calls[1].to']").inputValue()).isEqualTo("third");
        assertThat(document().services()).as("rows are not stored").isEmpty();
        page.locator("[name='calls[1].create']").uncheck();
        page.locator("button[value=save]").first().click();
        assertThat(page.locator(".error").first().textContent()).contains("a service of this estate");
        page.locator("[name='calls[1].create']").check();
        page.locator("button[value=save]").first().click();
        assertThat(document().services()).extracting(Service::name).containsExactly("plain", "other", "third");
        assertThat(document().calls()).hasSize(2);
    }

    @Test
    void givesTheSecondEditorBothVersions() {
        estates.change(slug, document -> document.withServices(List.of(Service.named("a"), Service.named("b"))));
        Page first = at("/estates/" + slug + "/services/a/edit");
        Page second = at("/estates/" + slug + "/services/a/edit");
        for (Page page : List.of(first, second)) {
            page.locator("details.fold").evaluateAll("all => all.forEach(one => one.open = true)");
        }
        fill(first, "team", "Theirs", "cpu.request", "1", "replicas", "3", "calls[0].to", "b");
        first.locator("button[value=save]").first().click();
        first.waitForURL("**/services");
        fill(second, "memory.request", "1Gi", "replicas", "5", "sidecars[0].name", "proxy");
        second.locator("button[value=save]").first().click();
        assertThat(second.locator("h1").textContent()).isEqualTo("Two versions of a");
        assertThat(second.locator(".choices tbody tr").count()).as("team, cpu, replicas, memory, call, sidecar")
                .isEqualTo(6);
        assertThat(second.locator(".choices .tag").count()).as("both changed the replicas").isEqualTo(1);
        browser.look(second, "estate-conflict");
        second.locator("[name='choose:replicas'][value=theirs]").check();
        second.locator("button[value=resolve]").click();
        second.waitForURL("**/services");
        Service merged = document().services().getFirst();
        assertThat(merged.team()).isEqualTo("Theirs");
        assertThat(merged.replicas()).isEqualTo(3);
        assertThat(merged.cpu().request()).isEqualTo(1);
        assertThat(merged.memory().request()).isEqualTo(1024.0 * 1024 * 1024);
        assertThat(merged.sidecars()).hasSize(1);
        assertThat(document().calls()).hasSize(1);
    }

    @Test
    void losesNothingWhenTheServiceIsGone() {
        estates.change(slug, Edits.putService(null, Service.named("a")));
        Page page = at("/estates/" + slug + "/services/a/edit");
        fill(page, "team", "Kept");
        estates.change(slug, Edits.removeService("a"));
        page.locator("button[value=save]").first().click();
        assertThat(page.locator(".notice[role=alert]").textContent()).contains("deleted or renamed 'a'");
        page.locator("button[value=save]").first().click();
        assertThat(document().services().getFirst().team()).isEqualTo("Kept");
    }

    @Test
    void openingAndSavingChangesNothing() {
        Snapshot stored = estates.create(Documents.everythingStated());
        for (String list : List.of("services", "teams", "entries")) {
            Page page = at("/estates/" + stored.slug() + "/" + list);
            List<String> forms = page.locator("tbody th a").all().stream().map(link -> link.getAttribute("href"))
                    .map(href -> href.endsWith("/edit") ? href : href + "/edit").toList();
            assertThat(forms).isNotEmpty();
            for (String form : forms) {
                Page edit = at(form);
                edit.locator("button[value=save]").first().click();
                edit.waitForURL("**/" + list);
            }
        }
        Page settings = at("/estates/" + stored.slug() + "/settings");
        settings.locator("button[value=save]").first().click();
        settings.waitForURL("**/services");
        assertThat(estates.get(stored.slug())).isEqualTo(stored);
    }

    @Test
    void showsWhatElseGoesBeforeDeleting() {
        Snapshot shop = estates.create(Documents.everythingStated());
        Page page = at("/estates/" + shop.slug() + "/services");
        page.locator("tbody tr").nth(1).locator("text=Delete").click();
        assertThat(page.locator("main li").count()).as("two calls, a mention and a lock").isEqualTo(4);
        page.locator("button.danger").click();
        page.waitForURL("**/services");
        assertThat(estates.get(shop.slug()).document().calls()).isEmpty();
    }

    @Test
    void createsAndDeletesEstates() {
        Page page = at("/estates");
        fill(page, "name", "From the page");
        page.locator("text=Create").click();
        page.waitForURL("**/from-the-page/services");
        page.navigate("http://localhost:" + port + "/estates");
        page.getByLabel("Delete From the page").click();
        page.locator("button.danger").click();
        page.waitForURL("**/estates");
        assertThat(estates.find("from-the-page")).isEmpty();
    }

    private EstateDocument document() {
        return estates.get(slug).document();
    }

    private Page at(String path) {
        Page page = browser.page();
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    private static void fill(Page page, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            page.locator("[name='" + namesAndValues[i] + "']").fill(namesAndValues[i + 1]);
        }
    }
}
