package dev.tare.review.alerts;

import dev.tare.review.alerts.Alert.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps alerts, what they are judged by, and how estates stood. */
@Repository
class AlertRows {
    /** Unless somebody says otherwise. */
    static final double TARE_PERCENT = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    AlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By how much the tare has to rise. */
    double percent(String slug) {
        return jdbc.sql("select tare_percent from alert_setting where estate_slug = ?").param(slug).query(Double.class)
                .optional().orElse(TARE_PERCENT);
    }

    void setPercent(String slug, double percent) {
        jdbc.sql("insert into alert_setting (estate_slug, tare_percent) values (?, ?)"
                + " on conflict (estate_slug) do update set tare_percent = excluded.tare_percent").params(slug, percent)
                .update();
    }

    /** Whether just this was judged last. */
    boolean isJudged(String slug, String judged) {
        return jdbc.sql("select judged from alert_level where estate_slug = ?").param(slug).query(String.class)
                .optional().filter(judged::equals).isPresent();
    }

    Optional<Levels> levels(String slug) {
        return jdbc.sql("select currency, tare, over_budget from alert_level where estate_slug = ?").param(slug)
                .query((row, _) -> new Levels(row.getString("currency"), row.getDouble("tare"),
                        Set.of(JSON.readValue(row.getString("over_budget"), String[].class))))
                .optional();
    }

    void stands(String slug, String judged, Levels levels) {
        jdbc.sql("insert into alert_level (estate_slug, judged, currency, tare, over_budget) values (?, ?, ?, ?, ?)"
                + " on conflict (estate_slug) do update set judged = excluded.judged, currency = excluded.currency,"
                + " tare = excluded.tare, over_budget = excluded.over_budget").params(slug, judged, levels.currency(),
                        levels.tare(), JSON.writeValueAsString(levels.over().stream().sorted().toList()))
                .update();
    }

    void add(Alert alert) {
        jdbc.sql("insert into alert (id, estate_slug, at, kind, team, currency, before, after)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)").params(alert.id(), alert.slug(), Timestamp.from(alert.at()),
                        alert.kind().id(), alert.team(), alert.currency(), alert.before(), alert.after())
                .update();
    }

    /** The last ones, the newest first. */
    List<Alert> list(String slug, int most) {
        return jdbc.sql("select id, estate_slug, at, kind, team, currency, before, after from alert"
                + " where estate_slug = ? order by at desc, id limit ?").params(slug, most).query(AlertRows::alert)
                .list();
    }

    Optional<Alert> find(UUID id) {
        return jdbc.sql("select id, estate_slug, at, kind, team, currency, before, after from alert where id = ?")
                .param(id).query(AlertRows::alert).optional();
    }

    private static Alert alert(ResultSet row, int number) throws SQLException {
        return new Alert(row.getObject("id", UUID.class), row.getString("estate_slug"),
                row.getObject("at", OffsetDateTime.class).toInstant(), Kind.of(row.getString("kind")),
                row.getString("team"), row.getString("currency"), row.getDouble("before"), row.getDouble("after"));
    }
}
