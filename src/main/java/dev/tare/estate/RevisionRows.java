package dev.tare.estate;

import dev.tare.estate.Estates.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The documents of earlier versions, and the log of what made each version. */
@Repository
class RevisionRows {
    /** A quarter, with its reviews, step by step. */
    private static final Duration ALL_ARE_KEPT = Duration.ofDays(90);
    /** A program that writes every minute must not fill the disk in those days. */
    private static final int MOST = 500;
    /** Nor must an estate of tens of thousands of services, whose document takes megabytes. */
    private static final long MOST_BYTES = 64L << 20;

    private final JdbcClient jdbc;

    RevisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down that an estate came from one version (none: it is new) to the one it is at now. */
    void log(Estate estate, @Nullable Long before, Cause cause) {
        jdbc.sql("""
                insert into estate_change (estate_id, version_before, version, at, kind, words, reference)
                values (:estate, :before, :version, :at, :kind, :words, :reference)""").param("estate", estate.id())
                .param("before", before).param("version", estate.version())
                .param("at", Timestamp.from(estate.updatedAt())).param("kind", cause.kind().stored())
                .param("words", cause.words()).param("reference", cause.reference()).update();
    }

    /** Keeps what an estate says at a version, once. */
    void keep(long estate, Snapshot snapshot) {
        jdbc.sql("insert into estate_revision (estate_id, version, at, document) values (?, ?, ?, ?)"
                + " on conflict do nothing").params(estate, snapshot.version(), Timestamp.from(snapshot.updatedAt()),
                        Json.deflated(snapshot.document()))
                .update();
    }

    boolean isKept(long estate, long version) {
        return jdbc.sql("select exists (select from estate_revision where estate_id = ? and version = ?)")
                .params(estate, version).query(Boolean.class).single();
    }

    /** Lets go of old documents; the newest and the last of each day (UTC) stay. */
    void thin(long estate, Instant now) {
        jdbc.sql("""
                delete from estate_revision where estate_id = :estate and version in (
                    select version from (
                        select version, at,
                               row_number() over (order by version desc) as nth,
                               sum(octet_length(document)) over (order by version desc) as bytes,
                               max(version) over (partition by cast(at at time zone 'UTC' as date)) as last_of_day
                        from estate_revision where estate_id = :estate) kept
                    where nth > 1 and version < last_of_day and (at < :old or nth > :most or bytes > :bytes))""")
                .param("estate", estate).param("old", Timestamp.from(now.minus(ALL_ARE_KEPT))).param("most", MOST)
                .param("bytes", MOST_BYTES).update();
    }

    List<Revision> list(long estate, long current, int most) {
        return jdbc.sql(LOG + " order by c.id desc limit :most").param("estate", estate).param("current", current)
                .param("most", most).query(RevisionRows::revision).list();
    }

    List<Revision> since(long estate, long current, Instant moment) {
        return jdbc.sql(LOG + " and c.at >= :moment order by c.id desc").param("estate", estate)
                .param("current", current).param("moment", Timestamp.from(moment)).query(RevisionRows::revision).list();
    }

    Optional<Snapshot> at(Estate estate, long version) {
        return jdbc.sql("select version, at, document from estate_revision where estate_id = ? and version = ?")
                .params(estate.id(), version).query((row, _) -> snapshot(estate, row)).optional();
    }

    Optional<Snapshot> at(Estate estate, Instant moment) {
        return jdbc.sql("select version, at, document from estate_revision where estate_id = ? and at <= ?"
                + " order by version desc limit 1").params(estate.id(), Timestamp.from(moment))
                .query((row, _) -> snapshot(estate, row)).optional();
    }

    OptionalLong before(long estate, String reference) {
        return jdbc.sql("select version_before from estate_change where estate_id = ? and reference = ?"
                + " and version_before is not null order by id limit 1").params(estate, reference).query(Long.class)
                .stream().mapToLong(Long::longValue).findFirst();
    }

    /** What left the version as it was is no version. */
    private static final String LOG = """
            select c.version, c.at, c.kind, c.words, c.reference, c.version = :current or exists (
                       select from estate_revision r where r.estate_id = c.estate_id and r.version = c.version) as kept
            from estate_change c
            where c.estate_id = :estate and (c.version_before is null or c.version_before < c.version)""";

    private static Revision revision(ResultSet row, int number) throws SQLException {
        Cause cause = new Cause(Cause.Kind.of(row.getString("kind")), row.getString("words"),
                row.getString("reference"));
        return new Revision(row.getLong("version"), instant(row), cause, row.getBoolean("kept"));
    }

    private static Snapshot snapshot(Estate estate, ResultSet row) throws SQLException {
        return new Snapshot(estate.slug(), row.getLong("version"), instant(row),
                Json.inflated(row.getBytes("document"), EstateDocument.class));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
