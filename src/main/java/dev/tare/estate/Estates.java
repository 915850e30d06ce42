package dev.tare.estate;

import dev.tare.catalogue.Catalogue;
import dev.tare.site.Conflict;
import dev.tare.site.Invalid;
import dev.tare.site.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every estate of this installation. Estates go in and out whole, as documents; a change writes only the rows that
 * differ. Changes to one estate happen one after the other, and each that changes anything raises its version by one; what
 * it said before can be had from {@link Revisions}.
 */
@Service
public class Estates {
    private final EstateRecords records;
    private final EstateRows rows;
    private final RevisionRows revisions;
    private final Catalogue catalogue;
    private final Clock clock;

    Estates(EstateRecords records, EstateRows rows, RevisionRows revisions, Catalogue catalogue, Clock clock) {
        this.records = records;
        this.rows = rows;
        this.revisions = revisions;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** An estate in a list. */
    public record Summary(String slug, String name, int services, int calls, Instant updatedAt) {}

    /** An estate as it stood at a version. */
    public record Snapshot(String slug, long version, Instant updatedAt, EstateDocument document) {
        /** Which state this is, for what remembers answers about it. */
        public State state() {
            return new State(slug, version, updatedAt);
        }
    }

    /** A state of an estate. The moment tells it from one of another that stood at the same address and is deleted. */
    public record State(String slug, long version, Instant at) {}

    /** All estates by name. */
    @Transactional(readOnly = true)
    public List<Summary> list() {
        return rows.summaries();
    }

    /** The estate of this slug, as it is now. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Snapshot> find(String slug) {
        return records.findBySlug(slug).map(estate -> estate.snapshot(rows.load(estate.id())));
    }

    /** The estate of this slug, or {@link NotFound}. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Snapshot get(String slug) {
        return find(slug).orElseThrow(() -> notFound(slug));
    }

    /** The version an estate is at, or {@link NotFound}. */
    @Transactional(readOnly = true)
    public long version(String slug) {
        return records.findBySlug(slug).orElseThrow(() -> notFound(slug)).version();
    }

    /** The currencies an estate can count in. */
    public List<String> currencies() {
        return catalogue.currencies();
    }

    /** A new estate that holds nothing but its name. */
    @Transactional
    public Snapshot create(String name) {
        return create(EstateDocument.named(name));
    }

    /**
     * A document as it would be kept; nothing is.
     *
     * @throws Invalid when the document is wrong
     */
    public EstateDocument checked(EstateDocument document) {
        return DocumentCheck.checked(document, catalogue);
    }

    /**
     * A new estate from a document.
     *
     * @throws Invalid when the document is wrong
     */
    @Transactional
    public Snapshot create(EstateDocument document) {
        EstateDocument checked = DocumentCheck.checked(document, catalogue);
        rows.oneNameAtATime();
        String slug = Slug.of(checked.name()).firstFree(records::existsBySlug);
        Estate estate = records.saveAndFlush(new Estate(slug, checked, now()));
        PlacedDocument placed = PlacedDocument.EMPTY.arrange(checked);
        rows.write(estate.id(), PlacedDocument.EMPTY, placed);
        Snapshot created = estate.snapshot(placed);
        revisions.log(estate, null, Cause.CREATED);
        revisions.keep(estate.id(), created);
        return created;
    }

    /**
     * Puts a document in the place of an estate's contents. A document that says the same changes nothing.
     *
     * @throws Invalid  when the document is wrong
     * @throws Conflict when the estate is no longer at the expected version
     */
    @Transactional
    public Snapshot replace(String slug, long expectedVersion, EstateDocument document) {
        return replace(slug, expectedVersion, Cause.EDIT, document);
    }

    /** As {@link #replace(String, long, EstateDocument)}, with the cause that the history tells. */
    @Transactional
    public Snapshot replace(String slug, long expectedVersion, Cause cause, EstateDocument document) {
        Estate estate = locked(slug);
        estate.mustBeAt(expectedVersion);
        return store(estate, cause, rows.load(estate.id()), document);
    }

    /**
     * Changes part of an estate, whatever version it is at: the change sees what is there now and returns what shall be.
     *
     * @throws Invalid when the outcome is wrong
     */
    @Transactional
    public Snapshot change(String slug, UnaryOperator<EstateDocument> change) {
        return change(slug, Cause.EDIT, change);
    }

    /** As {@link #change(String, UnaryOperator)}, with the cause that the history tells. */
    @Transactional
    public Snapshot change(String slug, Cause cause, UnaryOperator<EstateDocument> change) {
        Estate estate = locked(slug);
        PlacedDocument before = rows.load(estate.id());
        return store(estate, cause, before, change.apply(estate.document(before)));
    }

    /**
     * Takes an estate away with all it holds.
     *
     * @throws Conflict when the estate is no longer at the expected version
     */
    @Transactional
    public void delete(String slug, long expectedVersion) {
        Estate estate = locked(slug);
        estate.mustBeAt(expectedVersion);
        rows.deleteAll(estate.id());
        records.delete(estate);
    }

    private Snapshot store(Estate estate, Cause cause, PlacedDocument parts, EstateDocument wanted) {
        EstateDocument checked = DocumentCheck.checked(wanted, catalogue);
        Snapshot before = estate.snapshot(parts);
        PlacedDocument arranged = parts.arrange(checked);
        boolean changed = rows.write(estate.id(), parts, arranged);
        estate.restate(checked, changed, now());
        records.saveAndFlush(estate);
        Snapshot after = estate.snapshot(arranged);
        remember(estate, cause, before, after);
        return after;
    }

    private void remember(Estate estate, Cause cause, Snapshot before, Snapshot after) {
        boolean changed = after.version() != before.version();
        if (changed || cause.reference() != null) {
            revisions.log(estate, before.version(), cause);
        }
        if (changed) {
            if (!revisions.isKept(estate.id(), before.version())) {
                revisions.keep(estate.id(), before);
            }
            revisions.keep(estate.id(), after);
            revisions.thin(estate.id(), after.updatedAt());
        }
    }

    private Estate locked(String slug) {
        return records.findLockedBySlug(slug).orElseThrow(() -> notFound(slug));
    }

    /** As precise as the database keeps it, so that what is returned now is what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static NotFound notFound(String slug) {
        return new NotFound("No estate is at '" + slug + "'.");
    }
}
