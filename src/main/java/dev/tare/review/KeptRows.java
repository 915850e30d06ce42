package dev.tare.review;

import dev.tare.review.Kept.Model;
import dev.tare.review.Kept.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps snapshots. */
@Repository
class KeptRows {
    /** So long each change can be seen by itself; later the last of each day tells enough. */
    private static final Duration ALL_ARE_KEPT = Duration.ofDays(30);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private static final String KEPT = "select id, estate_slug, version, stated_at, taken_at, reason, words, program,"
            + " catalogue, standing from snapshot where estate_slug = :slug";

    private final JdbcClient jdbc;

    KeptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Figures to be kept. */
    record Taken(String slug, long version, Instant statedAt, Instant at, Reason reason, String words, Model model,
            Standing standing) {
        LocalDate day() {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }
    }

    /** Keeps figures, once a day for the same state, model and purpose; what is kept of them then. */
    Kept keep(Taken taken) {
        jdbc.sql("""
                insert into snapshot (estate_slug, version, stated_at, taken_at, day, reason, words, program, catalogue,
                                      standing, seen_at)
                values (:slug, :version, :stated, :taken, :day, :reason, :words, :program, :catalogue, :standing, :stated)
                on conflict do nothing""").param("slug", taken.slug()).param("version", taken.version())
                .param("stated", Timestamp.from(taken.statedAt())).param("taken", Timestamp.from(taken.at()))
                .param("day", taken.day()).param("reason", taken.reason().stored()).param("words", taken.words())
                .param("program", taken.model().program()).param("catalogue", taken.model().catalogue())
                .param("standing", JSON.writeValueAsString(taken.standing())).update();
        return same(taken).orElseThrow();
    }

    Optional<Kept> same(Taken taken) {
        return jdbc.sql(KEPT + " and version = :version and stated_at = :stated and day = :day and words = :words"
                + " and program = :program and catalogue = :catalogue").param("slug", taken.slug())
                .param("version", taken.version()).param("stated", Timestamp.from(taken.statedAt()))
                .param("day", taken.day()).param("words", taken.words()).param("program", taken.model().program())
                .param("catalogue", taken.model().catalogue()).query(KeptRows::kept).optional();
    }

    Optional<Kept> latest(String slug) {
        return jdbc.sql(KEPT + " order by taken_at desc, id desc limit 1").param("slug", slug).query(KeptRows::kept)
                .optional();
    }

    Optional<Kept> find(String slug, long id) {
        return jdbc.sql(KEPT + " and id = :id").param("slug", slug).param("id", id).query(KeptRows::kept).optional();
    }

    /** The last one of a version, taken no later than a moment. */
    Optional<Kept> of(String slug, long version, Instant until) {
        return jdbc.sql(KEPT + " and version = :version and taken_at <= :until order by taken_at desc, id desc limit 1")
                .param("slug", slug).param("version", version).param("until", Timestamp.from(until))
                .query(KeptRows::kept).optional();
    }

    List<Kept> since(String slug, Instant moment) {
        return jdbc.sql(KEPT + " and taken_at >= :moment order by taken_at, id").param("slug", slug)
                .param("moment", Timestamp.from(moment)).query(KeptRows::kept).list();
    }

    /** The last one of each month (UTC), the oldest first. */
    List<Kept> monthly(String slug) {
        return jdbc.sql("select * from (select distinct on (date_trunc('month', day)) * from snapshot"
                + " where estate_slug = :slug order by date_trunc('month', day), taken_at desc, id desc) s"
                + " order by taken_at").param("slug", slug).query(KeptRows::kept).list();
    }

    /** When the state that was last looked at came to be, whether it was worth a snapshot or not. */
    Optional<Seen> seen(String slug) {
        return jdbc.sql("select seen_at, taken_at, day, program, catalogue from snapshot where estate_slug = ?"
                + " order by taken_at desc, id desc limit 1").param(slug)
                .query((row, _) -> new Seen(instant(row, "seen_at"), instant(row, "taken_at"),
                        row.getObject("day", LocalDate.class),
                        new Model(row.getString("program"), row.getString("catalogue"))))
                .optional();
    }

    record Seen(Instant stated, Instant taken, LocalDate day, Model model) {}

    /** The state that came to be then says nothing else than this snapshot. */
    void saw(long id, Instant stated) {
        jdbc.sql("update snapshot set seen_at = ? where id = ?").params(Timestamp.from(stated), id).update();
    }

    /** Of old ones the last of each day (UTC) and those that somebody asked for by name stay. */
    void thin(String slug, Instant now) {
        jdbc.sql("""
                delete from snapshot where estate_slug = :slug and taken_at < :old and words = '' and id not in (
                    select distinct on (day) id from snapshot where estate_slug = :slug
                    order by day, taken_at desc, id desc)""").param("slug", slug)
                .param("old", Timestamp.from(now.minus(ALL_ARE_KEPT))).update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(row.getLong("id"), row.getString("estate_slug"), row.getLong("version"),
                instant(row, "stated_at"), instant(row, "taken_at"), Reason.of(row.getString("reason")),
                row.getString("words"), new Model(row.getString("program"), row.getString("catalogue")),
                JSON.readValue(row.getString("standing"), Standing.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
