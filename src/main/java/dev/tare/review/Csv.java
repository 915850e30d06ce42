package dev.tare.review;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table in CSV as RFC 4180 has it; nothing is an empty field. */
public final class Csv {
    private final StringWriter text = new StringWriter();
    private final CsvWriter writer = CsvWriter.builder()
            .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.CRLF).build(text);
    private final List<String> columns;

    /** A table of these columns and no rows. */
    public Csv(List<String> columns) {
        this.columns = columns;
        writer.writeRecord(columns);
    }

    /** Adds a row by the names of columns. */
    public void row(Map<String, String> fields) {
        writer.writeRecord(columns.stream().map(column -> Objects.requireNonNullElse(fields.get(column), ""))
                .toArray(String[]::new));
    }

    /** Adds a row in the order of columns. */
    public void row(String... fields) {
        writer.writeRecord(fields);
    }

    /** The whole table; nothing can be added afterwards. */
    public String text() {
        try {
            writer.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Every digit, no exponent. */
    public static String number(@Nullable Number number) {
        return switch (number) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            case Double value when !Double.isFinite(value) -> "";
            case Double value -> new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
            default -> number.toString();
        };
    }
}
