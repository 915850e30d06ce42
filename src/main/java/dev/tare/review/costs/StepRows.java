package dev.tare.review.costs;

import dev.tare.review.Standing.Money;
import dev.tare.review.Standing.Spread;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads rates of money out of kept figures, and no more of these than is asked for. */
@Repository
class StepRows {
    /** What the net is called beside the parts of the tare. */
    static final String NET = "net";
    private static final String COST = "cost";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private static final TypeReference<Map<String, Money>> MONEY = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, Map<String, Spread>>> LINES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;

    StepRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The steps since a moment and the one that held then, the oldest first, as far as they count in the currency. */
    List<Step> since(String slug, Instant moment, By by, String currency) {
        return jdbc.sql(
                "select taken_at, standing::jsonb #> '{totals,cost,net,likely}' as net, standing::jsonb -> :by as figures"
                        + " from snapshot where estate_slug = :slug and standing::jsonb ->> 'currency' = :currency"
                        + " and taken_at >= coalesce((select max(taken_at) from snapshot where estate_slug = :slug"
                        + " and taken_at <= :moment), :moment) order by taken_at, id")
                .param("by", by.id() + "s").param("slug", slug).param("currency", currency)
                .param("moment", Timestamp.from(moment)).query((row, _) -> step(row, by)).list();
    }

    private static Step step(ResultSet row, By by) throws SQLException {
        Instant at = row.getObject("taken_at", OffsetDateTime.class).toInstant();
        @Nullable
        String figures = row.getString("figures");
        if (figures == null) {
            return new Step(at, Map.of());
        }
        return new Step(at, by == By.LINE
                ? lines(row.getDouble("net"), JSON.readValue(figures, LINES))
                : JSON.readValue(figures, MONEY));
    }

    /** The net as one line beside those of the tare. */
    static Map<String, Money> lines(double net, Map<String, Map<String, Spread>> tare) {
        Map<String, Money> lines = new HashMap<>(Map.of(NET, new Money(net, 0, null)));
        tare.forEach((part, measures) -> {
            Spread money = measures.get(COST);
            if (money != null) {
                lines.put(part, new Money(0, money.likely(), null));
            }
        });
        return lines;
    }
}
