package dev.tare.review.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an estate between two states; money in {@code currency} a month.
 *
 * @param headline  in one sentence
 * @param rows      gross, net and tare of every measure, then every line in every measure it touches
 * @param inventory what is registered differently
 * @param verdict   {@code pass} or {@code fail} where a limit was asked for
 * @param limit     the limit in words
 * @param notes     what is to be known about the answer
 */
@JsonInclude(Include.NON_NULL)
record Diff(String estate, String name, String currency, String period, End from, End to, String headline,
        List<Row> rows, Inventory inventory, @Nullable String verdict, @Nullable String limit, List<String> notes) {
    /**
     * One of the two states.
     *
     * @param version  absent for a document that is not stored
     * @param snapshot id of the figures taken then, where some were and count
     */
    @JsonInclude(Include.NON_NULL)
    record End(@Nullable Long version, @Nullable Instant at, @Nullable String snapshot) {}

    /** In which way a figure went. */
    enum Way {
        @JsonProperty("more")
        MORE, @JsonProperty("less")
        LESS, @JsonProperty("same")
        SAME, @JsonProperty("too close to call")
        TOO_CLOSE
    }

    /**
     * One figure, before and after, at likely values.
     *
     * @param figure      gross, net, tare or a line
     * @param percent     change as a percentage of before; absent where there was nothing before
     * @param low         what 10 of 100 draws of the change stay below; absent where it was not drawn
     * @param high        what 90 of 100 draws stay below
     * @param probability how likely it is that the later state weighs more; a tie counts half
     * @param byInventory the part of the change that comes from what is registered
     * @param byModel     the part that comes from another catalogue or program
     */
    @JsonInclude(Include.NON_NULL)
    record Row(String figure, String measure, double before, double after, double change, @Nullable Double percent,
            @Nullable Double low, @Nullable Double high, @Nullable Double probability, Way way, double byInventory,
            double byModel) {
        boolean total() {
            return figure.equals("gross") || figure.equals("net") || figure.equals("tare");
        }
    }

    /** One figure. */
    Row row(String figure, String measure) {
        return rows.stream().filter(row -> row.figure().equals(figure) && row.measure().equals(measure)).findFirst()
                .orElseGet(() -> new Row(figure, measure, 0, 0, 0, null, null, null, null, Way.SAME, 0, 0));
    }

    /** Whether figures were taken with another catalogue or program than now. */
    boolean modelChanged() {
        return rows.stream().anyMatch(row -> row.byModel() != 0);
    }

    Diff judged(Limit rule) {
        boolean kept = rule.keeps(row(rule.figure(), "cost"));
        return new Diff(estate, name, currency, period, from, to, headline, rows, inventory, kept ? "pass" : "fail",
                rule.words(currency), notes);
    }
}
