package dev.tare.review.decision;

import dev.tare.site.NotFound;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps decisions; what is frozen is written once. */
@Repository
class DecisionRows {
    private static final String ALL = "select estate_slug, number, version, title, status, superseded_by, decided_at,"
            + " created_at, updated_at, wording, frozen from decision_record where estate_slug = ?";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DecisionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /** The latest first. */
    List<Decision> all(String slug) {
        return jdbc.sql(ALL + " order by number desc").param(slug).query(this::decision).list();
    }

    /** A decision as a list has it, without the figures it rests on. */
    record Title(int number, String title, String status) {}

    /** All titles, the latest first. */
    List<Title> titles(String slug) {
        return jdbc.sql("select number, title, status from decision_record where estate_slug = ? order by number desc")
                .param(slug).query((row, _) -> new Title(row.getInt("number"), row.getString("title"),
                        row.getString("status")))
                .list();
    }

    Optional<Decision> find(String slug, int number) {
        return jdbc.sql(ALL + " and number = ?").params(slug, number).query(this::decision).optional();
    }

    /** The next number of an estate, which nobody else gets until this transaction ends. */
    int next(String slug) {
        jdbc.sql("select slug from estate where slug = ? for update").param(slug).query(String.class).optional()
                .orElseThrow(() -> new NotFound("No estate is at '" + slug + "'."));
        return jdbc.sql("select coalesce(max(number), 0) + 1 from decision_record where estate_slug = ?").param(slug)
                .query(Integer.class).single();
    }

    void add(String slug, int number, Draft draft, Frozen frozen, Instant now) {
        jdbc.sql("insert into decision_record (estate_slug, number, version, title, status, decided_at, created_at,"
                + " updated_at, wording, frozen) values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)")
                .params(slug, number, draft.title(), draft.status().id())
                .param(draft.status().decided() ? Timestamp.from(now) : null)
                .params(Timestamp.from(now), Timestamp.from(now), text(draft.wording()), text(frozen))
                .update();
    }

    /** Whether the record was still at the version expected. */
    boolean change(Decision before, long expected, Draft draft, @Nullable Instant decidedAt, Instant now) {
        return jdbc.sql("update decision_record set version = version + 1, title = ?, status = ?, superseded_by = ?,"
                + " decided_at = ?, updated_at = ?, wording = ? where estate_slug = ? and number = ? and version = ?")
                .params(draft.title(), draft.status().id())
                .param(draft.status() == Status.SUPERSEDED ? before.supersededBy() : null)
                .param(decidedAt == null ? null : Timestamp.from(decidedAt))
                .params(Timestamp.from(now), text(draft.wording()), before.slug(), before.number(), expected)
                .update() == 1;
    }

    /** Says of a record that another took its place. */
    boolean supersede(String slug, int number, int by, Instant now) {
        return jdbc.sql("update decision_record set version = version + 1, status = 'superseded', superseded_by = ?,"
                + " updated_at = ? where estate_slug = ? and number = ?")
                .params(by, Timestamp.from(now), slug, number).update() == 1;
    }

    private Decision decision(ResultSet row, int position) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        int by = row.getInt("superseded_by");
        Integer supersededBy = row.wasNull() ? null : by;
        return new Decision(row.getString("estate_slug"), row.getInt("number"), row.getLong("version"),
                row.getString("title"), Status.of(row.getString("status")).orElseThrow(), supersededBy,
                decided == null ? null : decided.toInstant(), row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                json.readValue(row.getString("wording"), Wording.class),
                json.readValue(row.getString("frozen"), Frozen.class));
    }

    private String text(Object value) {
        return new String(json.writeValueAsBytes(value), StandardCharsets.UTF_8);
    }
}
