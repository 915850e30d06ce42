package dev.tare.intake;

import dev.tare.estate.Change;
import dev.tare.intake.cost.Rule;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps every import: as a draft while people look at it, as a record once it is applied. */
@Repository
class ImportRecords {
    private static final Duration DRAFTS_LAST = Duration.ofDays(7);
    private static final int LISTED = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ImportRecords(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
        this.clock = clock;
    }

    /** A draft's id. Drafts nobody applied are forgotten after a week. */
    UUID add(String slug, Draft draft) {
        Instant now = clock.instant();
        jdbc.sql("delete from import_record where applied_at is null and created_at < ?")
                .param(Timestamp.from(now.minus(DRAFTS_LAST))).update();
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into import_record (id, estate_slug, created_at, files, draft) values (?, ?, ?, ?, ?)")
                .params(id, slug, Timestamp.from(now),
                        String.join(", ", draft.files().stream().map(FileRead::name).toList()),
                        new String(json.writeValueAsBytes(draft), StandardCharsets.UTF_8))
                .update();
        return id;
    }

    /** The draft, while it waits to be applied. */
    Optional<Draft> waiting(String slug, UUID id) {
        return jdbc.sql("select draft from import_record where id = ? and estate_slug = ? and applied_at is null")
                .params(id, slug).query(String.class).optional().map(text -> json.readValue(text, Draft.class));
    }

    void discard(String slug, UUID id) {
        jdbc.sql("delete from import_record where id = ? and estate_slug = ? and applied_at is null").params(id, slug)
                .update();
    }

    /** Whether it was this call that marked it: of two that apply one draft, one comes too late. */
    boolean applied(UUID id, Merged merged) {
        return jdbc.sql("update import_record set applied_at = ?, added = ?, changed = ?, unchanged = ?"
                + " where id = ? and applied_at is null").params(Timestamp.from(clock.instant()), merged.added().size(),
                        merged.changed().size(), merged.unchanged().size(), id)
                .update() == 1;
    }

    /** Keeps what an import changed, and which versions of the estate lie around it. */
    void keep(UUID id, long before, long after, Change change) {
        jdbc.sql("update import_record set change = ?, version_before = ?, version_after = ? where id = ?")
                .params(change.written(), before, after, id).update();
    }

    /**
     * What can be taken back.
     *
     * @param undone whether it was, so that it can be done again
     * @param change what to take back next: the import, or its undoing
     */
    record Kept(String files, boolean undone, Change change) {}

    Optional<Kept> kept(String slug, UUID id) {
        return jdbc.sql("select files, undone_at, coalesce(undo, change) as change from import_record"
                + " where id = ? and estate_slug = ? and change is not null").params(id, slug)
                .query((row, _) -> new Kept(row.getString("files"), row.getTimestamp("undone_at") != null,
                        Change.read(row.getBytes("change"))))
                .optional();
    }

    /** Marks an import as taken back, or as standing again, and keeps what that changed. */
    void undone(UUID id, boolean isUndone, Change change) {
        jdbc.sql(isUndone
                ? "update import_record set undone_at = ?, undo = ? where id = ?"
                : "update import_record set undone_at = null, undo = null, change = ?::bytea where id = ?")
                .params(isUndone
                        ? List.of(Timestamp.from(clock.instant()), change.written(), id)
                        : List.of(change.written(), id))
                .update();
    }

    /** The imports that were applied, the last one first. */
    List<PastImport> past(String slug) {
        return jdbc.sql("select id, files, applied_at, added, changed, unchanged, change is not null as undoable,"
                + " undone_at from import_record where estate_slug = ? and applied_at is not null"
                + " order by applied_at desc limit " + LISTED).param(slug)
                .query((row, number) -> {
                    Timestamp undone = row.getTimestamp("undone_at");
                    return new PastImport(row.getObject("id", UUID.class), row.getString("files"),
                            row.getTimestamp("applied_at").toInstant(), row.getInt("added"), row.getInt("changed"),
                            row.getInt("unchanged"), row.getBoolean("undoable"),
                            undone == null ? null : undone.toInstant());
                }).list();
    }

    /** Calls that people left out so far. */
    Set<CallName> leftOut(String slug) {
        return new HashSet<>(jdbc.sql("select caller, callee from import_left_out where estate_slug = ?").param(slug)
                .query((row, number) -> new CallName(row.getString("caller"), row.getString("callee"))).list());
    }

    void leaveOut(String slug, CallName call) {
        jdbc.sql("insert into import_left_out (estate_slug, caller, callee) values (?, ?, ?) on conflict do nothing")
                .params(slug, call.from(), call.to()).update();
    }

    /** Whose money it is, as people said so far. */
    List<Rule> costRules(String slug) {
        return jdbc.sql("select label, pattern, service from cost_rule where estate_slug = ? order by position")
                .param(slug).query((row, number) -> new Rule(row.getString("label"), row.getString("pattern"),
                        row.getString("service")))
                .list();
    }

    void setCostRules(String slug, List<Rule> rules) {
        jdbc.sql("delete from cost_rule where estate_slug = ?").param(slug).update();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            jdbc.sql("insert into cost_rule (estate_slug, position, label, pattern, service) values (?, ?, ?, ?, ?)")
                    .params(slug, i, rule.label(), rule.pattern(), rule.service()).update();
        }
    }

    void takeAgain(String slug, CallName call) {
        jdbc.sql("delete from import_left_out where estate_slug = ? and caller = ? and callee = ?")
                .params(slug, call.from(), call.to()).update();
    }
}
