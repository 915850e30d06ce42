package dev.tare.intake.cost;

import dev.tare.intake.ImportFailed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a table of costs, asked by the names of columns; {@code NULL} and nothing are the same. */
public final class Row {
    private static final Pattern TOTAL = Pattern.compile(
            "(?iu)(?:grand |sub)?total(?:s|e)?:?|(?:summe|gesamt|gesamtsumme|insgesamt|somme|suma|sum)(?:\\s.*)?:?");

    private final String file;
    private final long line;
    private final Heading heading;
    private final List<String> fields;
    private final Seen seen;

    Row(String file, long line, Heading heading, List<String> fields, Seen seen) {
        this.seen = seen;
        this.file = file;
        this.line = line;
        this.heading = heading;
        this.fields = fields;
    }

    /** What the first of these columns says that says anything; empty when none does. */
    public String text(String... columns) {
        for (String column : columns) {
            int place = heading.place(column);
            String value = place < 0 ? "" : at(place);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private String at(int place) {
        String value = place < fields.size() ? fields.get(place).strip() : "";
        return value.equalsIgnoreCase("null") || value.equals("N/A") ? "" : value;
    }

    /** The columns. */
    public Heading heading() {
        return heading;
    }

    /** Whether the first words of the row say that it sums others. */
    boolean isCalledTotal() {
        return fields.stream().map(String::strip).filter(field -> !field.isEmpty()).findFirst()
                .filter(field -> TOTAL.matcher(field).matches()).isPresent();
    }

    boolean isBlank() {
        return fields.stream().allMatch(String::isBlank);
    }

    /** The amount in the first of these columns that holds one; zero when all are empty. */
    public BigDecimal amount(String... columns) {
        Amount read = read(columns);
        return read == null ? BigDecimal.ZERO : read.value();
    }

    private @Nullable Amount read(String... columns) {
        String text = text(columns);
        if (text.isEmpty()) {
            return null;
        }
        return Amount.read(text, heading.separator()).orElseThrow(
                () -> ImportFailed.at(file, line(), columns[0], "an amount of money such as 1234.56", shown(text)));
    }

    private static String shown(String text) {
        return "\"" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "\"";
    }

    int line() {
        return (int) Math.min(line, Integer.MAX_VALUE);
    }

    /** Three letters: what a column says, else what is written beside the amount, else nothing. */
    public String currency(String amount, String... columns) {
        String stated = text(columns).toUpperCase(Locale.ROOT);
        if (stated.length() == 3 && stated.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            return stated;
        }
        if (!stated.isEmpty()) {
            throw ImportFailed.at(file, line(), columns[0], "a currency of three letters", shown(stated));
        }
        Amount beside = read(amount);
        return beside == null || beside.currency() == null ? "" : beside.currency();
    }

    /** The day in the first of these columns that says anything, or nothing. */
    public @Nullable LocalDate day(String... columns) {
        return seen.day(text(columns));
    }

    /** The last day before the end in the first of these columns that says anything, or nothing. */
    public @Nullable LocalDate until(String... columns) {
        return seen.lastBefore(text(columns));
    }

    /** The month in the first of these columns that says anything; empty when none does. */
    public String month(String... columns) {
        LocalDate day = day(columns);
        return day == null ? "" : Days.month(day);
    }

    /** The tags in one column. */
    public Map<String, String> tags(String column) {
        return seen.tags(text(column));
    }

    /** The tags in columns of their own, whose names start so. */
    public Map<String, String> tagColumns(String prefix) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < heading.names().size(); i++) {
            String name = heading.names().get(i);
            if (name.length() > prefix.length() && name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                Tags.put(tags, name.substring(prefix.length()), at(i));
            }
        }
        return tags;
    }

    /** What columns other than these say, as far as it is text and no number. */
    public Map<String, String> others(List<String> columns) {
        List<String> taken = columns.stream().map(Heading::bare).toList();
        Map<String, String> others = new LinkedHashMap<>();
        for (int place = 0; place < heading.names().size(); place++) {
            String name = heading.names().get(place);
            boolean free = !taken.contains(Heading.bare(name));
            if (free && !at(place).isEmpty() && Amount.read(at(place), heading.separator()).isEmpty()) {
                others.putIfAbsent(name.strip(), at(place));
            }
        }
        return others;
    }

    /** Labels that say something, with the given ones first. */
    public static Map<String, String> labels(Map<String, String> first, String... labelsAndValues) {
        Map<String, String> labels = new LinkedHashMap<>(first);
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            if (!labelsAndValues[i + 1].isEmpty()) {
                labels.put(labelsAndValues[i], labelsAndValues[i + 1]);
            }
        }
        return labels;
    }
}
