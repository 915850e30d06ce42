package dev.tare.review.history;

import dev.tare.comparison.Ids;
import dev.tare.engine.Measure;
import dev.tare.review.Standing;
import dev.tare.review.history.Course.Step;
import dev.tare.site.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An estate over time, as its page shows it.
 *
 * @param rows  the newest first
 * @param trend what the chart shows, in words
 */
record HistoryPage(String slug, String name, String headline, String lede, String trend, String measureName,
        List<Choice> measures, List<Choice> periods, List<Row> rows, List<Mark> marks, Carried carried,
        @Nullable DiffView compared) {
    /** A choice as a link. */
    record Choice(String name, String address, boolean current) {}

    /** What the form that compares keeps of the address. */
    record Carried(String measure, int days) {}

    /** Something that happened. */
    record Mark(Moment at, long millis, String words) {}

    /**
     * One line of the table.
     *
     * @param now whether these figures are those of now, and kept nowhere yet
     */
    record Row(String id, boolean now, Moment at, long millis, long version, String cause, Figures figures,
            String gross,
            String range, String net, String tare, String change, boolean from, boolean to) {}

    /** As the chart draws them. */
    record Figures(double gross, double net, double tare, double low, double high) {
        static Figures of(Standing.Totals totals) {
            return new Figures(totals.gross().likely(), totals.net().likely(), totals.tare().likely(),
                    totals.gross().low(), totals.gross().high());
        }
    }

    static List<Choice> measures(HistoryQuery query) {
        List<Choice> choices = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            choices.add(new Choice(tab(measure), query.address(measure, query.period()),
                    measure == query.measured()));
        }
        return choices;
    }

    static List<Choice> periods(HistoryQuery query) {
        return HistoryQuery.PERIODS.stream().map(days -> new Choice(days == 0 ? "All" : days + " days",
                query.address(query.measured(), days), days == query.period())).toList();
    }

    private static String tab(Measure measure) {
        return switch (measure) {
            case COST -> "Money";
            case P99_MS -> "Time";
            case BYTES_PER_MONTH -> "Shipped bytes";
            case VCPU -> "vCPU";
            case MEMORY -> "Memory";
        };
    }

    static List<Row> rows(Course course, HistoryQuery query, Amounts amounts) {
        String measure = Ids.of(query.measured());
        List<Row> rows = new ArrayList<>();
        List<Step> steps = course.steps();
        String from = query.a() == null || query.a().isBlank() ? steps.getFirst().id() : query.a();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Standing.Totals totals = step.standing().total(measure);
            Figures figures = Figures.of(totals);
            double before = i == 0 ? Double.NaN : steps.get(i - 1).standing().total(measure).tare().likely();
            rows.add(new Row(step.id(), step.id().equals(HistoryQuery.NOW), new Moment(step.at()),
                    step.at().toEpochMilli(), step.version(), step.cause(), figures,
                    amounts.of(measure, figures.gross()),
                    amounts.range(measure, figures.low(), figures.high()), amounts.of(measure, figures.net()),
                    amounts.of(measure, figures.tare()),
                    Double.isNaN(before) ? "" : amounts.signed(measure, figures.tare() - before),
                    step.id().equals(from), step.id().equals(query.other())));
        }
        return rows.reversed();
    }
}
