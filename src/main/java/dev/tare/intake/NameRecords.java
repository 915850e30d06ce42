package dev.tare.intake;

import dev.tare.estate.Change;
import dev.tare.intake.names.Proposal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what people said of names. */
@Repository
class NameRecords {
    private final JdbcClient jdbc;
    private final Clock clock;

    NameRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps an answer; the last one counts. */
    void add(String slug, Proposal proposal, @Nullable Change change) {
        jdbc.sql("""
                insert into name_decision (estate_slug, id, name, other, into_name, why, accepted, decided_at, change)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (estate_slug, id) do update set name = excluded.name, other = excluded.other,
                    into_name = excluded.into_name, why = excluded.why, accepted = excluded.accepted,
                    decided_at = excluded.decided_at, change = excluded.change""")
                .params(slug, proposal.id(), proposal.name(), proposal.into(), proposal.as(),
                        String.join("; ", proposal.why()), change != null, Timestamp.from(clock.instant()))
                .param(change == null ? null : change.written())
                .update();
    }

    List<NameDecision> list(String slug) {
        return jdbc.sql("select * from name_decision where estate_slug = ? order by decided_at desc, id").param(slug)
                .query((row, _) -> decision(row)).list();
    }

    Optional<NameDecision> find(String slug, String id) {
        return jdbc.sql("select * from name_decision where estate_slug = ? and id = ?").params(slug, id)
                .query((row, _) -> decision(row)).optional();
    }

    Set<String> refused(String slug) {
        return new HashSet<>(jdbc.sql("select id from name_decision where estate_slug = ? and not accepted").param(slug)
                .query(String.class).list());
    }

    /** What joining changed. */
    Optional<Change> change(String slug, String id) {
        return jdbc.sql("select change from name_decision where estate_slug = ? and id = ? and change is not null")
                .params(slug, id).query((row, _) -> Change.read(row.getBytes("change"))).optional();
    }

    void forget(String slug, String id) {
        jdbc.sql("delete from name_decision where estate_slug = ? and id = ?").params(slug, id).update();
    }

    /** Rules about money follow the service. */
    void moveCosts(String slug, String from, String to) {
        jdbc.sql("update cost_rule set service = ? where estate_slug = ? and service = ?").params(to, slug, from)
                .update();
    }

    private static NameDecision decision(ResultSet row) throws SQLException {
        return new NameDecision(row.getString("id"), row.getString("name"), row.getString("other"),
                row.getString("into_name"), row.getString("why"), row.getBoolean("accepted"),
                row.getTimestamp("decided_at").toInstant());
    }
}
