package dev.tare.comparison.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tare.comparison.web.Sheet.Against;
import dev.tare.comparison.web.Sheet.Cell;
import dev.tare.comparison.web.Sheet.Column;
import dev.tare.comparison.web.Told.Amount;
import dev.tare.comparison.web.Told.Group;
import dev.tare.comparison.web.Told.Layout;
import dev.tare.site.Figures;
import dev.tare.site.Markdown;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** A sheet as files: Markdown for a wiki or a pull request, CSV for a spreadsheet. Files travel: they are in English. */
@NamedInterface("comparison")
public final class SheetFiles {
    private SheetFiles() {}

    /** Tables of everything, under headings that begin with these hashes. */
    public static String markdown(Sheet sheet, String hashes) {
        Told told = Told.of(sheet, new Figures(Locale.ENGLISH), (_, _, _) -> "", Layout.PLAIN);
        StringBuilder text = new StringBuilder();
        text.append(paragraph(told.headline()));
        told.more().forEach(words -> text.append(paragraph(words)));
        sheet.columns().forEach(column -> column.unmet().forEach(unmet -> text.append(
                paragraph("Blocked: " + column.title() + ": " + unmet.service() + " " + unmet.reason() + "."))));
        for (Group group : told.groups()) {
            if (!group.lines().isEmpty() || !group.given().isEmpty()) {
                text.append(hashes).append(' ').append(Markdown.text(group.title())).append("\n\n")
                        .append(table(sheet, told, group)).append('\n');
            }
        }
        return text.append(paragraph(told.drawn())).toString();
    }

    private static String table(Sheet sheet, Told told, Group group) {
        boolean figures = !group.lines().isEmpty();
        StringBuilder table = new StringBuilder(Markdown.row(Stream
                .concat(Stream.of(""), sheet.columns().stream().map(Column::title)).toArray(String[]::new)))
                .append(Markdown.rule(figures ? 1 : 1 + told.heads().size(), figures ? told.heads().size() : 0));
        group.lines().forEach(line -> table.append(Markdown.row(Stream
                .concat(Stream.of(line.name()), line.amounts().stream().map(SheetFiles::words))
                .toArray(String[]::new))));
        group.given().forEach(given -> table.append(Markdown.row(Stream.concat(Stream.of(given.name()),
                given.cells().stream()
                        .map(cell -> cell.words() + (cell.small().isEmpty() ? "" : " (" + cell.small() + ")")))
                .toArray(String[]::new))));
        return table.toString();
    }

    private static String words(Amount amount) {
        String range = amount.zero() || amount.range().equals(amount.text()) ? "" : " (" + amount.range() + ")";
        String against = amount.difference().isEmpty() || amount.sign().equals("same")
                ? ""
                : "; " + amount.difference()
                        + (amount.between().isEmpty() ? "" : " (" + amount.between() + ")")
                        + (amount.chance().isEmpty() ? "" : ", " + amount.chance());
        return amount.text() + range + against;
    }

    private static String paragraph(String words) {
        return words.isEmpty() ? "" : Markdown.text(words) + "\n\n";
    }

    /** One row for each amount of each scenario, in base units, to every digit. */
    public static String csv(Sheet sheet) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord("scenario", "shape", "grouping", "measure", "unit", "line", "likely", "p10", "p50", "p90",
                    "lowest", "highest", "difference", "difference_p10", "difference_p90", "probability_less",
                    "too_close_to_call");
            sheet.rows().forEach(row -> {
                for (int i = 0; i < row.cells().size(); i++) {
                    csv.writeRecord(fields(sheet, sheet.columns().get(i), row, row.cells().get(i)));
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> fields(Sheet sheet, Column column, Sheet.Row row, Cell cell) {
        Against against = cell.against();
        Sheet.Drawn drawn = cell.drawn();
        Sheet.Drawn apart = against == null ? null : against.drawn();
        return List.of(safe(column.scenario()), safe(column.shape()), column.grouping(), row.measure(),
                unit(row.measure(), sheet.currency()), row.part(), number(cell.likely()),
                number(drawn == null ? null : drawn.p10()), number(drawn == null ? null : drawn.p50()),
                number(drawn == null ? null : drawn.p90()), number(cell.low()), number(cell.high()),
                number(against == null ? null : against.likely()), number(apart == null ? null : apart.p10()),
                number(apart == null ? null : apart.p90()), number(against == null ? null : against.less()),
                against == null ? "" : String.valueOf(against.open()));
    }

    private static String unit(String measure, String currency) {
        return switch (CompareWords.measure(measure)) {
            case COST -> currency + "/month";
            case P99_MS -> "ms";
            case BYTES_PER_MONTH -> "B/month";
            case VCPU -> "vCPU";
            case MEMORY -> "B";
        };
    }

    private static String number(@Nullable Double number) {
        return number == null || !Double.isFinite(number)
                ? ""
                : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    /** A name somebody typed must not become a formula in a spreadsheet. */
    private static String safe(String name) {
        return !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }
}
