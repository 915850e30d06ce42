package dev.tare.review.alerts;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps webhooks and what is to be sent to them. */
@Repository
class WebhookRows {
    private final JdbcClient jdbc;

    WebhookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An alert that somebody waits for; {@code attempts} so far. */
    record Delivery(UUID webhook, UUID alert, int attempts) {}

    /** How the last delivery to a webhook ended; nothing was sent where {@code at} and the outcome are empty. */
    record Last(Optional<Instant> at, String outcome) {}

    List<Webhook> of(String slug) {
        return jdbc.sql("select * from webhook where estate_slug = ? order by created_at, id").param(slug)
                .query(WebhookRows::webhook).list();
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.sql("select * from webhook where id = ?").param(id).query(WebhookRows::webhook).optional();
    }

    void add(Webhook webhook) {
        jdbc.sql("insert into webhook (id, estate_slug, url, secret, created_at) values (?, ?, ?, ?, ?)")
                .params(webhook.id(), webhook.slug(), webhook.url().toString(),
                        Base64.getEncoder().encodeToString(webhook.secret()), Timestamp.from(webhook.createdAt()))
                .update();
    }

    void remove(String slug, UUID id) {
        jdbc.sql("delete from webhook where estate_slug = ? and id = ?").params(slug, id).update();
    }

    /** Everybody who follows the estate waits for the alert. */
    void queue(Alert alert) {
        jdbc.sql("insert into webhook_delivery (webhook_id, alert_id, next_at) select id, ?, ? from webhook"
                + " where estate_slug = ?").params(alert.id(), Timestamp.from(alert.at()), alert.slug()).update();
    }

    /** What is to be sent now, the longest waiting first. */
    List<Delivery> due(Instant now, int mostAttempts, int most) {
        return jdbc.sql("select webhook_id, alert_id, attempts from webhook_delivery where delivered_at is null"
                + " and next_at <= ? and attempts < ? order by next_at limit ?")
                .params(Timestamp.from(now), mostAttempts, most)
                .query((row, _) -> new Delivery(row.getObject("webhook_id", UUID.class),
                        row.getObject("alert_id", UUID.class), row.getInt("attempts")))
                .list();
    }

    void delivered(Delivery delivery, Instant at, String outcome) {
        jdbc.sql("update webhook_delivery set attempts = attempts + 1, delivered_at = ?, outcome = ?"
                + " where webhook_id = ? and alert_id = ?")
                .params(Timestamp.from(at), outcome, delivery.webhook(), delivery.alert()).update();
    }

    void failed(Delivery delivery, Instant next, String outcome) {
        jdbc.sql("update webhook_delivery set attempts = attempts + 1, next_at = ?, outcome = ?"
                + " where webhook_id = ? and alert_id = ?")
                .params(Timestamp.from(next), outcome, delivery.webhook(), delivery.alert()).update();
    }

    Last last(UUID webhook) {
        return jdbc.sql("select coalesce(delivered_at, next_at) as at, outcome from webhook_delivery"
                + " where webhook_id = ? and attempts > 0 order by at desc limit 1").param(webhook)
                .query((row, _) -> new Last(Optional.of(instant(row, "at")), row.getString("outcome"))).optional()
                .orElse(new Last(Optional.empty(), ""));
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(row.getObject("id", UUID.class), row.getString("estate_slug"),
                URI.create(row.getString("url")), Base64.getDecoder().decode(row.getString("secret")),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
