package dev.tare.review.history;

import dev.tare.review.history.Diff.End;
import dev.tare.site.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two states compared, as the page shows them: the measure in view first, the others folded away. */
record DiffView(String headline, @Nullable Moment from, @Nullable Moment to, Table first, List<Table> others,
        String why, List<String> inventory, List<String> notes, String text) {
    /** One measure. */
    record Table(String name, List<Line> lines) {}

    /** One figure. */
    record Line(String name, boolean total, String before, String after, String change, String percent, String range,
            String odds, String sign) {}

    static DiffView of(Telling telling, String measure, String text) {
        Diff diff = telling.diff();
        List<Table> tables = new ArrayList<>();
        Stream.concat(Stream.of(measure), diff.rows().stream().map(Diff.Row::measure)).distinct()
                .forEach(id -> tables.add(table(telling, id)));
        return new DiffView(telling.headline(), moment(diff.from()), moment(diff.to()), tables.getFirst(),
                tables.subList(1, tables.size()), why(telling), Listing.of(diff.inventory()), diff.notes(), text);
    }

    private static @Nullable Moment moment(End end) {
        return end.at() == null ? null : new Moment(end.at());
    }

    private static Table table(Telling telling, String measure) {
        return new Table(Amounts.name(measure), telling.diff().rows().stream()
                .filter(row -> row.measure().equals(measure)).map(row -> line(telling, row)).toList());
    }

    private static Line line(Telling telling, Diff.Row row) {
        return new Line(row.figure(), row.total(), telling.amount(row.measure(), row.before()),
                telling.amount(row.measure(), row.after()), telling.signed(row), telling.percent(row),
                telling.range(row), telling.odds(row), switch (row.way()) {
                    case MORE -> "more";
                    case LESS -> "less";
                    case SAME, TOO_CLOSE -> "soft";
                });
    }

    private static String why(Telling telling) {
        Diff diff = telling.diff();
        Diff.Row gross = diff.row("gross", "cost");
        return diff.modelChanged()
                ? "Of the change in gross money " + telling.signed("cost", gross.byInventory())
                        + " comes from the inventory and " + telling.signed("cost", gross.byModel())
                        + " from changed assumptions or a newer program."
                : "";
    }
}
