package dev.tare.review.history;

import dev.tare.review.history.Diff.End;
import dev.tare.review.history.Diff.Row;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A difference as text for a terminal and as Markdown for a comment on a pull request. */
final class Written {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String ROW = "  %-12s %12s %12s %12s %9s  %s%n";

    private final Diff diff;
    private final Telling telling;

    Written(Diff diff) {
        this.diff = diff;
        telling = Telling.plain(diff);
    }

    /** In columns. */
    String text() {
        StringBuilder out = new StringBuilder();
        out.append(diff.name()).append(": ").append(end(diff.from())).append(" -> ").append(end(diff.to()))
                .append('\n');
        out.append(telling.headline()).append('\n');
        diff.notes().forEach(note -> out.append(note).append('\n'));
        for (String measure : measures()) {
            out.append('\n').append(String.format(Locale.ROOT, ROW.replaceFirst("  %-12s", "%-14s"),
                    Amounts.name(measure), "before", "after", "change", "%", "80 of 100 draws of the change"));
            rows(measure).forEach(row -> out.append(String.format(Locale.ROOT, ROW, name(row),
                    telling.amount(measure, row.before()), telling.amount(measure, row.after()), telling.signed(row),
                    telling.percent(row), draws(row))));
        }
        why().forEach(line -> out.append(line).append('\n'));
        inventory().forEach(line -> out.append(line).append('\n'));
        if (diff.verdict() != null) {
            out.append("\nverdict: ").append(diff.verdict()).append(" (").append(diff.limit()).append(")\n");
        }
        return plain(out.toString()).replaceAll(" +\n", "\n");
    }

    /** In tables. */
    String markdown() {
        StringBuilder out = new StringBuilder("### What this does to ").append(escaped(diff.name())).append("\n\n");
        if (diff.verdict() != null) {
            out.append("**").append(diff.verdict().equals("pass") ? "✅ within the limit" : "❌ over the limit")
                    .append("**: ").append(diff.limit()).append(".\n\n");
        }
        out.append(telling.headline()).append("\n\n").append(end(diff.from())).append(" → ").append(end(diff.to()))
                .append('\n');
        diff.notes().forEach(note -> out.append('\n').append(note).append('\n'));
        String first = measures().getFirst();
        out.append('\n').append(table(first));
        List<String> others = measures().subList(1, measures().size());
        out.append("\n<details><summary>Time, bytes, processors and memory</summary>\n");
        others.forEach(measure -> out.append('\n').append(table(measure)));
        out.append("\n</details>\n");
        why().forEach(line -> out.append(line).append('\n'));
        List<String> changes = inventory();
        if (!changes.isEmpty()) {
            out.append("\n<details><summary>").append(String.join("; ", telling.inventory())).append("</summary>\n\n")
                    .append("```diff").append(changes.stream().map(line -> line.replace("```", "'''"))
                            .collect(Collectors.joining("\n")))
                    .append("\n```\n\n</details>\n");
        }
        return plain(out.toString());
    }

    private String table(String measure) {
        String head = "| " + Amounts.name(measure)
                + " | before | after | change | % | 80 of 100 draws | |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |\n";
        return head + rows(measure).stream()
                .map(row -> Stream.of(name(row).strip(), telling.amount(measure, row.before()),
                        telling.amount(measure, row.after()), telling.signed(row), telling.percent(row),
                        telling.range(row), telling.odds(row)).collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }

    private List<String> measures() {
        return diff.rows().stream().map(Row::measure).distinct().toList();
    }

    private List<Row> rows(String measure) {
        return diff.rows().stream().filter(row -> row.measure().equals(measure)).toList();
    }

    private static String name(Row row) {
        return row.total() ? row.figure() : "  " + row.figure();
    }

    private String draws(Row row) {
        String range = telling.range(row);
        return range.isEmpty() ? telling.odds(row) : range + ", " + telling.odds(row);
    }

    private List<String> why() {
        Row gross = diff.row("gross", "cost");
        if (!diff.modelChanged()) {
            return List.of();
        }
        return List.of("", "Of the change in gross money " + telling.signed("cost", gross.byInventory())
                + " comes from the inventory and " + telling.signed("cost", gross.byModel())
                + " from changed assumptions or a newer program.");
    }

    private List<String> inventory() {
        List<String> lines = Listing.of(diff.inventory());
        return lines.isEmpty() ? lines : Stream.concat(Stream.of(""), lines.stream()).toList();
    }

    private static String end(End end) {
        return end.version() == null || end.at() == null
                ? "this document"
                : "version " + end.version() + " of " + MOMENT.format(end.at());
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|~!&])", "\\\\$1");
    }
}
