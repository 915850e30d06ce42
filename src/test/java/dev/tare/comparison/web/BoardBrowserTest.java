package dev.tare.comparison.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tare.browser.Browser;
import org.junit.jupiter.api.Test;

/** An architect tries a scenario out: by keyboard, by hand, and without script. */
class BoardBrowserTest extends ShopInBrowser {
    @Test
    void twoServicesAreMovedByKeyboardAndByHandAndNothingIsLost() {
        Page page = open(true);
        assertThat(difference(page)).hasText("\u2013");
        page.locator("input[value=cart]").focus();
        page.keyboard().press("Space");
        page.locator("#to").focus();
        page.locator("#to").selectOption("service:redis-cart");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".unit[data-name=redis-cart] .chip")).hasCount(2);
        assertThat(difference(page)).not().hasText("\u2013");
        assertThat(page.locator("#redrawn")).containsText("Moved cart to service redis-cart.");
        String two = difference(page).textContent();

        page.locator(".alone .chip:has(input[value=ad])")
                .dragTo(page.locator(".unit[data-name=redis-cart] .unit-head"));
        assertThat(page.locator(".unit[data-name=redis-cart] .chip")).hasCount(3);
        assertThat(difference(page)).not().hasText(two);
        assertThat(page.locator("h1")).containsText("than today");
        browser.look(page, "what-if-board");
        String three = page.url();

        page.keyboard().press("Control+z");
        assertThat(page.locator(".unit[data-name=redis-cart] .chip")).hasCount(2);
        assertThat(difference(page)).hasText(two);
        page.locator("#redo").click();
        assertThat(page.locator(".unit[data-name=redis-cart] .chip")).hasCount(3);
        page.reload();
        assertThat(page.locator(".unit[data-name=redis-cart] .chip")).hasCount(3);
        assertThat(page.url()).isEqualTo(three);
        page.locator("#undo").click();
        assertThat(page.locator(".unit[data-name=redis-cart] .chip")).hasCount(2);
    }

    @Test
    void oneServiceIsChangedInThePanelThenKeptAndCompared() {
        Page page = open(true);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move or change frontend").setExact(true))
                .press("Enter");
        Locator panel = page.locator("#working-panel");
        panel.locator("#picked-replicas").fill("16");
        Browser.holdAgainstAxe(page, "the panel of a service");
        panel.locator("#picked-replicas").press("Enter");
        assertThat(page.locator(".chip:has(input[value=frontend]) small")).containsText("16");
        assertThat(page.locator("h1")).containsText("more");
        page.locator("[id='axis.wiring']").selectOption("network");
        assertThat(page.locator("#changes-title + ul")).containsText("Wiring");
        page.locator("#keep-name").fill("More of the front");
        page.locator("form.keep .button.primary").click();
        assertThat(page.locator("h1")).containsText("than today");
        assertThat(page.locator("#keep-name")).hasValue("More of the front");
        assertThat(estates.get(shop.slug()).document().shapes()).singleElement().satisfies(
                shape -> assertThat(shape.changed().replicas()).containsEntry("frontend", 16.0));
        shop = estates.get(shop.slug());
        page.getByText("Compare with today").click();
        assertThat(page.locator("main")).containsText("More of the front");
    }

    @Test
    void impossibleCombinationsSayWhyAndTheBoardStays() {
        Page page = open(true);
        page.locator("[id='axis.placement']").selectOption("systemd");
        assertThat(page.locator("#refused")).containsText("It would stand with another");
        browser.look(page, "what-if-refused");
        page.locator("#undo").click();
        assertThat(page.locator("#refused")).hasCount(0);
    }

    @Test
    void worksWithoutScript() {
        Page page = open(false);
        page.locator("input[value=cart]").check();
        page.locator("input[value=redis-cart]").check();
        page.locator("button[name=do]").click();
        assertThat(page.locator(".unit-head h3")).hasCount(1);
        page.locator("button[name=pick]").first().click();
        page.locator("#picked-replicas").fill("3");
        page.locator(".picked form:nth-of-type(2) button").click();
        assertThat(page.locator("#changes-title")).isVisible();
        page.goBack();
        page.goBack();
        assertThat(page.locator("#changes-title")).hasCount(0);
    }

    private Page open(boolean script) {
        Page page = browser.page(script);
        page.navigate(at("/what-if"));
        return page;
    }

    /** In money, against today. */
    private static Locator difference(Page page) {
        return page.locator(".tally .difference > span").first();
    }
}
