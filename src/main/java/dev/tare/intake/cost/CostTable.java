package dev.tare.intake.cost;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import dev.tare.intake.tree.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Streams a table of costs row by row: a year's export may be far larger than memory. */
public final class CostTable {
    private static final int SAMPLE = 1 << 16;
    private static final int LONGEST_ROW = 1 << 22;

    private CostTable() {}

    /**
     * Adds every row of a file to the tally.
     *
     * @param wanted tells the heading; lines before it are no rows
     * @param charge what a row says was charged
     * @return how many rows there were
     */
    public static int read(Upload file, Predicate<Heading> wanted, Function<Row, Charge> charge, Tally tally) {
        byte[] head = file.head(SAMPLE);
        Charset charset = Text.ofTable(head);
        Heading heading = heading(file, new String(head, charset), wanted);
        if (charset.equals(Text.WINDOWS)) {
            tally.note(Finding.of(Severity.INFO, "encoding-guessed", "The file is not in UTF-8 and was read as"
                    + " Windows-1252, as spreadsheet programs save it.", "Look at names with accents.")
                    .at(file.name(), 1, null));
        }
        try (CsvReader<CsvRecord> rows = CsvReader.builder().fieldSeparator(heading.separator()).skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(reader(file, charset))) {
            return read(file, heading, rows, charge, tally);
        } catch (CsvParseException broken) {
            throw broken(file, broken);
        } catch (IOException | UncheckedIOException e) {
            throw ImportFailed.at(file.name(), null, null, "a file that can be read to its end",
                    String.valueOf(e.getMessage()));
        }
    }

    private static Heading heading(Upload file, String start, Predicate<Heading> wanted) {
        Heading heading = Heading.in(new Sample(file.name(), start), wanted);
        if (heading == null) {
            throw noHeading(file);
        }
        return heading;
    }

    private static ImportFailed noHeading(Upload file) {
        return ImportFailed.at(file.name(), 1, null, "a line with the names of the columns", "none that is known");
    }

    private static int read(Upload file, Heading heading, CsvReader<CsvRecord> rows, Function<Row, Charge> charge,
            Tally tally) {
        Seen seen = new Seen();
        BigDecimal sum = BigDecimal.ZERO;
        boolean inHeading = true;
        int count = 0;
        for (CsvRecord record : rows) {
            List<String> fields = record.getFields();
            if (inHeading) {
                inHeading = !fields.equals(heading.names());
                continue;
            }
            Row row = new Row(file.name(), record.getStartingLineNumber(), heading, fields, seen);
            if (!row.isBlank()) {
                check(file, heading, record);
                Charge charged = charge.apply(row);
                if (count > 0 && row.isCalledTotal() && charged.amount().compareTo(sum) == 0) {
                    tally.note(totalRow(file, row));
                    continue;
                }
                sum = sum.add(charged.amount());
                tally.add(charged);
                count++;
            }
        }
        if (inHeading) {
            throw noHeading(file);
        }
        return count;
    }

    /** A sum at the end of a table is no money of its own. */
    private static Finding totalRow(Upload file, Row row) {
        return Finding
                .of(Severity.INFO, "total-row",
                        "A row is called a total and is the sum of those above it: it was left out.", null)
                .at(file.name(), row.line(), null);
    }

    /** A row cut short is the end of a file cut short; one too long is a text that lost its quotes. */
    private static void check(Upload file, Heading heading, CsvRecord record) {
        int columns = heading.names().size();
        boolean spare = record.getFieldCount() > columns
                && record.getFields().stream().skip(columns).anyMatch(field -> !field.isBlank());
        if (record.getFieldCount() < columns || spare) {
            throw ImportFailed.at(file.name(), (int) Math.min(record.getStartingLineNumber(), Integer.MAX_VALUE), null,
                    columns + " fields, as the heading has", record.getFieldCount() + " fields");
        }
    }

    private static ImportFailed broken(Upload file, CsvParseException broken) {
        String why = Objects.requireNonNullElse(broken.getMessage(), "none");
        Throwable cause = broken.getCause();
        ImportFailed failed = ImportFailed.at(file.name(), null, null, "a table in CSV",
                cause == null ? why : why + " " + cause.getMessage());
        failed.initCause(broken);
        return failed;
    }

    private static Reader reader(Upload file, Charset charset) throws IOException {
        BufferedReader text = new BufferedReader(
                new InputStreamReader(file.content().open(), charset), SAMPLE);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }
}
