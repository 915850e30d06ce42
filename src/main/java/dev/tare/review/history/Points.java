package dev.tare.review.history;

import dev.tare.estate.Estates;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Revision;
import dev.tare.estate.Revisions;
import dev.tare.review.Kept;
import dev.tare.review.Snapshots;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.NotFound;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the state of an estate that somebody names: by version, snapshot, import, date, moment or time ago. */
@Component
class Points {
    private static final String EXPECTED = "a version such as 12, a snapshot such as s34, the id of an import, a date such as"
            + " 2026-11-01, a moment such as 2026-11-01T12:00:00Z, or a time ago such as P7D or PT12H";
    private static final int ALL = 10_000;

    private final Estates estates;
    private final Revisions revisions;
    private final Snapshots snapshots;
    private final Clock clock;

    Points(Estates estates, Revisions revisions, Snapshots snapshots, Clock clock) {
        this.estates = estates;
        this.revisions = revisions;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** The estate as it is. */
    Point now(String slug) {
        return new Point(estates.get(slug), null, "");
    }

    /**
     * The state that is named.
     *
     * @throws Invalid  when it is named in no way that is known
     * @throws NotFound when there is or was no such state, or it is no longer kept
     */
    Point named(String slug, String field, String name) {
        String text = name.strip();
        try {
            if (text.matches("\\d{1,18}")) {
                return version(slug, Long.parseLong(text), clock.instant());
            }
            if (text.matches("s\\d{1,18}")) {
                return snapshot(slug, Long.parseLong(text.substring(1)));
            }
            return text.matches("[0-9a-fA-F-]{36}") ? beforeImport(slug, text.toLowerCase()) : at(slug, moment(text));
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw new Invalid("'" + text + "' names no state of the estate: expected " + EXPECTED + ".",
                    List.of(new Problem(null, null, field, EXPECTED, text)));
        }
    }

    private Point version(String slug, long version, Instant until) {
        Snapshot state = revisions.at(slug, version).orElseThrow(() -> new NotFound(
                "Version " + version + " of '" + slug + "' is not kept" + nearest(slug, version)));
        return new Point(state, snapshots.of(slug, version, until).orElse(null), "");
    }

    private String nearest(String slug, long version) {
        Optional<Revision> nearest = revisions.list(slug, ALL).stream().filter(Revision::kept)
                .filter(each -> each.version() <= version).findFirst();
        return nearest.map(each -> "; the last one kept before it is " + each.version() + ".").orElse(".");
    }

    private Point snapshot(String slug, long id) {
        Kept kept = snapshots.find(slug, id)
                .orElseThrow(() -> new NotFound("Snapshot s" + id + " is not kept for '" + slug + "'."));
        Snapshot state = revisions.at(slug, kept.version())
                .or(() -> revisions.at(slug, kept.statedAt())).orElseThrow(() -> new NotFound(
                        "What the estate said at snapshot s" + id + " is no longer kept, only its figures."));
        return new Point(state, kept,
                state.version() == kept.version() ? "" : "The inventory of that day is the last one kept before it.");
    }

    /** As it stood before the import, so that the answer is what the import changed. */
    private Point beforeImport(String slug, String id) {
        long version = revisions.before(slug, id)
                .orElseThrow(() -> new NotFound("No import " + id + " was applied to '" + slug + "'."));
        return version(slug, version, clock.instant());
    }

    private Point at(String slug, Instant moment) {
        Optional<Snapshot> state = revisions.at(slug, moment);
        if (state.isPresent()) {
            return new Point(state.get(), snapshots.of(slug, state.get().version(), moment).orElse(null), "");
        }
        Revision first = revisions.list(slug, ALL).stream().filter(Revision::kept).reduce((_, older) -> older)
                .orElseThrow(() -> new NotFound("Nothing is kept of '" + slug + "'."));
        Point point = version(slug, first.version(), clock.instant());
        return new Point(point.state(), null,
                "The history of this estate begins later than that: with its first state.");
    }

    private Instant moment(String text) {
        if (text.startsWith("P")) {
            return ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minus(amount(text)).toInstant();
        }
        return text.length() <= 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static TemporalAmount amount(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeParseException _) {
            return Duration.parse(text);
        }
    }
}
