package dev.tare.review.alerts;

import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Estates;
import dev.tare.review.alerts.Feeds.Item;
import dev.tare.review.alerts.Feeds.JsonFeed;
import dev.tare.review.alerts.Feeds.Source;
import dev.tare.site.Figures;
import dev.tare.site.Place;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page of alerts, and the feeds that carry them to where people read. */
@Tag(name = "Alerts", description = "What was told of budgets and tare, as feeds.")
@Controller
class AlertsController {
    private final Estates estates;
    private final Alerts alerts;
    private final WebhookRows webhooks;

    AlertsController(Estates estates, Alerts alerts, WebhookRows webhooks) {
        this.estates = estates;
        this.alerts = alerts;
        this.webhooks = webhooks;
    }

    /** A webhook on the page, and how the last try ended. */
    record Hook(UUID id, String url, @Nullable Instant at, String outcome) {}

    /** An alert on the page. */
    record Row(String id, Instant at, String kind, String title, String text) {}

    /** The page: what was told, and by what rise of the tare something is. */
    record View(String slug, String percent, List<Row> rows, long budgets, List<Hook> webhooks) {}

    @GetMapping("/estates/{slug}/alerts")
    String show(@PathVariable String slug, Model model) {
        Snapshot estate = estates.get(slug);
        model.addAttribute("place", new Place(slug, estate.document().name()));
        model.addAttribute("page", new View(slug, Figures.forViewer().number(alerts.percent(slug)),
                items(estate).stream().map(AlertsController::row).toList(),
                estate.document().teams().stream().filter(team -> team.monthlyBudget() != null).count(),
                webhooks.of(slug).stream().map(this::hook).toList()));
        return "review/alerts";
    }

    private Hook hook(Webhook webhook) {
        WebhookRows.Last last = webhooks.last(webhook.id());
        return new Hook(webhook.id(), webhook.url().toString(), last.at().orElse(null), last.outcome());
    }

    private static Row row(Item item) {
        return new Row(item.alert().id().toString(), item.alert().at(), item.alert().kind().id(), item.told().title(),
                item.told().text());
    }

    @PostMapping("/estates/{slug}/alerts")
    String set(@PathVariable String slug, @RequestParam double tarePercent, RedirectAttributes flash) {
        alerts.setPercent(slug, tarePercent);
        flash.addFlashAttribute("saved", true);
        return "redirect:/estates/{slug}/alerts";
    }

    @GetMapping(path = "/estates/{slug}/feed.atom", produces = "application/atom+xml;charset=UTF-8")
    @ResponseBody
    String atom(@PathVariable String slug) {
        return Feeds.atom(source(slug, "feed.atom"));
    }

    @GetMapping(path = "/estates/{slug}/feed.json", produces = "application/feed+json")
    @ResponseBody
    JsonFeed json(@PathVariable String slug) {
        return Feeds.json(source(slug, "feed.json"));
    }

    private Source source(String slug, String feed) {
        Snapshot estate = estates.get(slug);
        List<Item> items = items(estate);
        String home = ServletUriComponentsBuilder.fromCurrentContextPath().path("/estates/{slug}/").encode()
                .buildAndExpand(slug).toUriString();
        return new Source("Alerts of " + estate.document().name(), home + "alerts", home + feed,
                items.isEmpty() ? estate.updatedAt() : items.getFirst().alert().at(), items);
    }

    private List<Item> items(Snapshot estate) {
        Figures figures = Figures.forViewer();
        return alerts.of(estate.slug()).stream()
                .map(alert -> new Item(alert, Told.of(alert, estate.document().name(), figures))).toList();
    }
}
