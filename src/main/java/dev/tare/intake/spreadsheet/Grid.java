package dev.tare.intake.spreadsheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tare.intake.ImportFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as rows of cells: separated by tabs, semicolons, commas or bars, whichever its heading uses. */
final class Grid {
    private static final String SEPARATORS = "\t;,|";
    /** What Excel writes above a table to name its separator. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\A\"?sep=(.)\"?\\r?\\n");
    private static final Pattern STARTING = Pattern.compile("line (\\d{1,9})");
    private static final Pattern RULE = Pattern.compile("\\s*:?-{2,}:?\\s*");
    private static final int HEADING_WITHIN = 10;

    /** A row and the line it starts at, from 1. */
    record Row(long line, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** Whether a text is all there is, so that what is open at its end is wrong. */
    private enum Whole {
        ALL, PART
    }

    private Grid() {}

    /** The heading among the first lines of a text, when there is one. */
    static Optional<Heading> heading(String text) {
        String start = text.lines().limit(HEADING_WITHIN).reduce("", (all, line) -> all + line + "\n");
        try {
            return rows("", start, Whole.PART).stream().flatMap(row -> Heading.of(row.cells()).stream()).findFirst();
        } catch (ImportFailed noTable) {
            return Optional.empty();
        }
    }

    /** All rows of a text. */
    static List<Row> rows(String file, String text) {
        return rows(file, text, Whole.ALL);
    }

    private static List<Row> rows(String file, String text, Whole whole) {
        Matcher named = SEPARATOR_LINE.matcher(text);
        boolean isNamed = named.find();
        char separator = isNamed ? named.group(1).charAt(0) : separator(text);
        String body = isNamed ? text.substring(named.end()) : text;
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(whole == Whole.PART).ofCsvRecord(body)) {
            reader.stream().filter(row -> !isRule(row.getFields())).forEach(
                    row -> rows.add(new Row(row.getStartingLineNumber() + (isNamed ? 1 : 0), row.getFields())));
        } catch (CsvParseException e) {
            String why = String.valueOf(e.getMessage());
            Matcher line = STARTING.matcher(why);
            throw ImportFailed.at(file, line.find() ? Integer.valueOf(line.group(1)) : null, null,
                    "a table of comma- or tab-separated values", why);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    /** What Markdown draws below a heading. */
    private static boolean isRule(List<String> cells) {
        return cells.stream().anyMatch(cell -> cell.contains("--"))
                && cells.stream().allMatch(cell -> cell.isBlank() || RULE.matcher(cell).matches());
    }

    /** The sign that parts the most cells of the line that parts most. */
    private static char separator(String text) {
        return SEPARATORS.chars().boxed().max(Comparator.comparingLong((Integer sign) -> text.lines()
                .limit(HEADING_WITHIN).mapToLong(line -> parted(line, sign)).max().orElse(0))
                .thenComparing(sign -> -SEPARATORS.indexOf(sign))).map(sign -> (char) sign.intValue()).orElse(',');
    }

    private static long parted(String line, int sign) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == sign ? 1 : 0;
        }
        return count;
    }
}
