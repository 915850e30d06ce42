package dev.tare.review.alerts;

import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.review.Kept;
import dev.tare.review.Snapshots;
import dev.tare.review.alerts.Judge.News;
import dev.tare.review.alerts.Judge.Verdict;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What there is to tell of estates. */
@Service
class Alerts {
    private static final int TOLD = 100;
    private static final double MOST_PERCENT = 1_000;

    private final Estates estates;
    private final Snapshots snapshots;
    private final AlertRows rows;
    private final WebhookRows webhooks;
    private final Clock clock;

    Alerts(Estates estates, Snapshots snapshots, AlertRows rows, WebhookRows webhooks, Clock clock) {
        this.estates = estates;
        this.snapshots = snapshots;
        this.rows = rows;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** The last hundred alerts of an estate, the newest first. */
    List<Alert> of(String slug) {
        estates.version(slug);
        return rows.list(slug, TOLD);
    }

    /** By how many per cent the tare has to rise to be told. */
    double percent(String slug) {
        return rows.percent(slug);
    }

    /**
     * Sets it.
     *
     * @throws Invalid unless it is more than 0 and at most 1,000
     */
    void setPercent(String slug, double percent) {
        estates.version(slug);
        if (!(percent > 0 && percent <= MOST_PERCENT)) {
            throw new Invalid("The rise cannot be told by that.", List.of(Problem.at("tarePercent",
                    "a number above 0 and at most 1000", String.valueOf(percent))));
        }
        rows.setPercent(slug, percent);
    }

    /**
     * Judges the figures of an estate that were taken last, once; what is new, and to whom it is to be sent, is kept together
     * with how the estate stands: a program killed in between tells neither twice nor never.
     */
    @Transactional
    List<Alert> look(String slug) {
        Snapshot estate = estates.get(slug);
        Kept kept = snapshots.latest(slug).orElse(null);
        String judged = kept == null ? "" : kept.id() + " " + estate.version();
        if (kept == null || rows.isJudged(slug, judged)) {
            return List.of();
        }
        Verdict verdict = Judge.of(rows.levels(slug), kept.standing(), estate.document().teams(), rows.percent(slug));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Alert> alerts = verdict.news().stream().map(news -> alert(slug, now, news, kept)).toList();
        for (Alert alert : alerts) {
            rows.add(alert);
            webhooks.queue(alert);
        }
        rows.stands(slug, judged, verdict.levels());
        return alerts;
    }

    private static Alert alert(String slug, Instant at, News news, Kept kept) {
        return new Alert(UUID.randomUUID(), slug, at, news.kind(), news.team(), kept.standing().currency(),
                news.before(), news.after());
    }
}
