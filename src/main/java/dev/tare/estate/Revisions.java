package dev.tare.estate;

import dev.tare.estate.Estates.Snapshot;
import dev.tare.site.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Estates as they were. The newest version of an estate can always be had; of older ones all of the last weeks and the last
 * of each day, see {@link RevisionRows#thin}.
 */
@Service
public class Revisions {
    private final EstateRecords records;
    private final RevisionRows rows;
    private final Estates estates;

    Revisions(EstateRecords records, RevisionRows rows, Estates estates) {
        this.records = records;
        this.rows = rows;
        this.estates = estates;
    }

    /** The versions of an estate, the newest first, at most so many. */
    @Transactional(readOnly = true)
    public List<Revision> list(String slug, int most) {
        Estate estate = estate(slug);
        return rows.list(estate.id(), estate.version(), most);
    }

    /** The versions that came to be at or after a moment, the newest first. */
    @Transactional(readOnly = true)
    public List<Revision> since(String slug, Instant moment) {
        Estate estate = estate(slug);
        return rows.since(estate.id(), estate.version(), moment);
    }

    /** An estate at a version; empty when there was none such or its document is no longer kept. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Snapshot> at(String slug, long version) {
        Estate estate = estate(slug);
        return estate.version() == version ? estates.find(slug) : rows.at(estate, version);
    }

    /**
     * An estate as it stood at a moment; of a time whose documents were thinned out, the last one kept before it. Empty
     * when the moment is before all that is known.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Snapshot> at(String slug, Instant moment) {
        Estate estate = estate(slug);
        return estate.updatedAt().isAfter(moment) ? rows.at(estate, moment) : estates.find(slug);
    }

    /** The version that a change, known by its {@link Cause#reference}, found the estate at, whether it changed it or not. */
    @Transactional(readOnly = true)
    public OptionalLong before(String slug, String reference) {
        return rows.before(estate(slug).id(), reference);
    }

    private Estate estate(String slug) {
        return records.findBySlug(slug).orElseThrow(() -> new NotFound("No estate is at '" + slug + "'."));
    }
}
