package dev.tare.review;

import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.review.Kept.Reason;
import dev.tare.review.KeptRows.Seen;
import dev.tare.review.KeptRows.Taken;
import dev.tare.site.Invalid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The figures of estates over time. They are taken when an estate changed and the change settled, once a day, when the
 * catalogue changed, and at once for who asks. Taking them again changes nothing.
 */
@Service
public class Snapshots {
    /** Several edits in a row are one change. */
    private static final Duration SETTLED = Duration.ofMinutes(2);
    /** Who edits all day is seen in between. */
    private static final Duration LONGEST_UNSEEN = Duration.ofMinutes(30);

    private final Estates estates;
    private final Standings standings;
    private final KeptRows rows;
    private final Models models;
    private final Clock clock;

    Snapshots(Estates estates, Standings standings, KeptRows rows, Models models, Clock clock) {
        this.estates = estates;
        this.standings = standings;
        this.rows = rows;
        this.models = models;
        this.clock = clock;
    }

    /**
     * The figures as they are now, kept.
     *
     * @throws Invalid when the estate cannot be weighed
     */
    public Kept now(String slug) {
        return take(estates.get(slug), Reason.ASKED, "");
    }

    /**
     * The figures as they are now, kept for good for a decision; charts mark it by these words.
     *
     * @throws Invalid when the estate cannot be weighed
     */
    public Kept now(String slug, String decision) {
        return take(estates.get(slug), Reason.DECISION, decision);
    }

    /** Every snapshot taken at or after a moment, the oldest first. */
    public List<Kept> since(String slug, Instant moment) {
        return rows.since(slug, moment);
    }

    /** The last snapshot of each month (UTC), the oldest first; the last of all stands for the month that runs. */
    public List<Kept> monthly(String slug) {
        return rows.monthly(slug);
    }

    /** One of an estate's snapshots. */
    public Optional<Kept> find(String slug, long id) {
        return rows.find(slug, id);
    }

    /** The one taken last. */
    public Optional<Kept> latest(String slug) {
        return rows.latest(slug);
    }

    /** What was last known of a version until a moment. */
    public Optional<Kept> of(String slug, long version, Instant until) {
        return rows.of(slug, version, until);
    }

    /** What figures rest on now. */
    public Kept.Model model() {
        return models.current();
    }

    /** Whether it is time to look at an estate again that was last changed at a moment. */
    boolean due(String slug, Instant changed) {
        Optional<Seen> seen = rows.seen(slug);
        return seen.isEmpty() ? settled(changed) : due(seen.get(), changed);
    }

    private boolean due(Seen last, Instant changed) {
        boolean news = !last.stated().equals(changed)
                && (settled(changed) || last.taken().isBefore(now().minus(LONGEST_UNSEEN)));
        return news || last.day().isBefore(today()) || !last.model().equals(models.current());
    }

    private boolean settled(Instant changed) {
        return !changed.isAfter(now().minus(SETTLED));
    }

    /** Takes the figures of an estate where anything differs from those taken last, and lets go of old ones. */
    void look(String slug) {
        Snapshot estate = estates.get(slug);
        Optional<Kept> last = rows.latest(slug);
        Reason reason = last.map(this::reason).orElse(Reason.CHANGE);
        Taken taken = taken(estate, reason, "", standings.of(estate));
        if (reason == Reason.CHANGE && last.isPresent() && last.get().standing().equals(taken.standing())) {
            rows.saw(last.get().id(), estate.updatedAt());
        } else {
            rows.keep(taken);
            rows.thin(slug, now());
        }
    }

    private Reason reason(Kept last) {
        boolean sameDay = LocalDate.ofInstant(last.takenAt(), ZoneOffset.UTC).equals(today());
        return !last.model().equals(models.current()) ? Reason.MODEL : sameDay ? Reason.CHANGE : Reason.DAILY;
    }

    private Kept take(Snapshot estate, Reason reason, String words) {
        Standing standing = standings.of(estate);
        return rows.keep(taken(estate, reason, words, standing));
    }

    private Taken taken(Snapshot estate, Reason reason, String words, Standing standing) {
        return new Taken(estate.slug(), estate.version(), estate.updatedAt(), now(), reason, words, models.current(),
                standing);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }
}
