package dev.tare.review.alerts;

import dev.tare.estate.Estates;
import dev.tare.outgoing.Guard;
import dev.tare.review.alerts.Deliveries.Outcome;
import dev.tare.site.Invalid;
import dev.tare.site.NotFound;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets webhooks up, tries them and takes them away. */
@Controller
@RequestMapping("/estates/{slug}/webhooks")
class WebhookController {
    private static final String BACK = "redirect:/estates/{slug}/alerts#webhooks-title";

    private final Estates estates;
    private final WebhookRows webhooks;
    private final Deliveries deliveries;
    private final Guard guard;
    private final Clock clock;

    WebhookController(Estates estates, WebhookRows webhooks, Deliveries deliveries, Guard guard, Clock clock) {
        this.estates = estates;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.guard = guard;
        this.clock = clock;
    }

    @PostMapping
    String add(@PathVariable String slug, @RequestParam String url, RedirectAttributes flash) {
        estates.version(slug);
        try {
            URI address = guard.address(url);
            boolean known = guard.knows(address);
            Webhook webhook = new Webhook(UUID.randomUUID(), slug, address, Signature.newSecret(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            webhooks.add(webhook);
            flash.addFlashAttribute("secret", Signature.written(webhook.secret()));
            if (!known) {
                flash.addFlashAttribute("unknown", address.getHost());
            }
        } catch (Invalid wrong) {
            flash.addFlashAttribute("typed", url);
            flash.addFlashAttribute("wrong", "Expected " + wrong.problems().getFirst().expected() + ", found "
                    + wrong.problems().getFirst().found() + ".");
        }
        return BACK;
    }

    @PostMapping("/{id}/test")
    String test(@PathVariable String slug, @PathVariable UUID id, RedirectAttributes flash) {
        Outcome outcome = deliveries.test(of(slug, id));
        flash.addFlashAttribute("tested", outcome.taken()
                ? "The test was taken: " + outcome.words() + "."
                : "The test was not taken: " + outcome.words() + ".");
        return BACK;
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String slug, @PathVariable UUID id) {
        webhooks.remove(slug, of(slug, id).id());
        return BACK;
    }

    private Webhook of(String slug, UUID id) {
        return webhooks.find(id).filter(webhook -> webhook.slug().equals(slug))
                .orElseThrow(() -> new NotFound("There is no such webhook."));
    }
}
