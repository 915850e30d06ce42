package dev.tare.review.alerts;

import dev.tare.estate.Estates;
import dev.tare.outgoing.Answer;
import dev.tare.outgoing.Guard;
import dev.tare.outgoing.Limits;
import dev.tare.outgoing.NotReached;
import dev.tare.outgoing.Outgoing;
import dev.tare.review.alerts.WebhookRows.Delivery;
import dev.tare.site.Figures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends alerts to webhooks, signed, at least once: a receiver tells what it had already by its id. One that does not take
 * it is tried again, each time after four times as long, for about a day.
 */
@Component
class Deliveries {
    private static final int MOST_ATTEMPTS = 7;
    private static final int BATCH = 25;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int LONGER = 4;

    private final WebhookRows webhooks;
    private final AlertRows alerts;
    private final Estates estates;
    private final Guard guard;
    private final JsonMapper json;
    private final Clock clock;

    Deliveries(WebhookRows webhooks, AlertRows alerts, Estates estates, Guard guard, JsonMapper json, Clock clock) {
        this.webhooks = webhooks;
        this.alerts = alerts;
        this.estates = estates;
        this.guard = guard;
        this.json = json;
        this.clock = clock;
    }

    /** What is sent, in the envelope of Standard Webhooks. */
    record Envelope(String type, Instant timestamp, Data data) {}

    /** An alert in words and figures; no figures in a test. */
    record Data(String estate, String title, String text, Feeds.@org.jspecify.annotations.Nullable Figures figures) {}

    /** How a try ended. */
    record Outcome(boolean taken, String words) {}

    /** Tries what waits to be sent. */
    void sendDue() {
        try (Outgoing out = new Outgoing(guard, Limits.BRIEF)) {
            webhooks.due(clock.instant(), MOST_ATTEMPTS, BATCH).forEach(delivery -> send(delivery, out));
        }
    }

    private void send(Delivery delivery, Outgoing out) {
        Optional<Webhook> webhook = webhooks.find(delivery.webhook());
        Optional<Alert> alert = alerts.find(delivery.alert());
        if (webhook.isEmpty() || alert.isEmpty()) {
            return;
        }
        Outcome outcome = send(webhook.get(), alert.get().id(), envelope(alert.get()), out);
        if (outcome.taken()) {
            webhooks.delivered(delivery, clock.instant(), outcome.words());
        } else {
            Duration wait = FIRST_WAIT.multipliedBy(Math.round(Math.pow(LONGER, delivery.attempts())));
            webhooks.failed(delivery, clock.instant().plus(wait), outcome.words());
        }
    }

    /** Sends a sample at once, so that whoever sets a webhook up sees whether it works. */
    Outcome test(Webhook webhook) {
        String estate = estates.get(webhook.slug()).document().name();
        Data data = new Data(estate, "A test from tare", "Alerts of " + estate + " will be sent here.", null);
        try (Outgoing out = new Outgoing(guard, Limits.BRIEF)) {
            return send(webhook, UUID.randomUUID(), new Envelope("tare.test", clock.instant(), data), out);
        }
    }

    private Envelope envelope(Alert alert) {
        String estate = estates.get(alert.slug()).document().name();
        Told told = Told.of(alert, estate, new Figures(Locale.US));
        return new Envelope("tare." + alert.kind().id(), alert.at(),
                new Data(estate, told.title(), told.text(), Feeds.Figures.of(alert)));
    }

    private Outcome send(Webhook webhook, UUID id, Envelope envelope, Outgoing out) {
        String body = json.writeValueAsString(envelope);
        try {
            Answer answer = out.send(webhook.url(),
                    Signature.headers(webhook.secret(), "msg_" + id, clock.instant(), body), "application/json", body);
            return new Outcome(answer.isGood(), "answered " + answer.status());
        } catch (NotReached trouble) {
            return new Outcome(false, String.valueOf(trouble.problems().getFirst().found()));
        }
    }
}
