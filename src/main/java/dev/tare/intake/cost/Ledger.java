package dev.tare.intake.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the files of one format say was paid.
 *
 * @param format  the format's name
 * @param measure which of the file's amounts was taken, such as "billed cost"
 * @param files   their names
 * @param span    how the time they cover becomes a month
 * @param from    the first day that is charged for
 * @param until   the last day that is charged for
 * @param hours   how long a window was watched, for formats that watch one; else absent
 * @param lines   all of the money
 * @param rules   whose it is, as far as it was said beside the files
 */
public record Ledger(String format, String measure, List<String> files, Span span, @Nullable LocalDate from,
        @Nullable LocalDate until, @Nullable BigDecimal hours, List<CostLine> lines, List<Rule> rules) {
    /** Lists are copied. */
    public Ledger {
        rules = List.copyOf(rules);
        files = List.copyOf(files);
        lines = List.copyOf(lines);
    }

    /** How months in a file become one month's cost. */
    public enum Span {
        /** The last month that the file covers to its end. */
        LAST,
        /** The mean of all months. */
        MEAN,
        /** Everything in the file is one month's. */
        WHOLE
    }

    /** All that was paid, by currency. */
    public Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new TreeMap<>();
        lines.forEach(line -> totals.merge(line.currency(), line.amount(), BigDecimal::add));
        return totals;
    }

    /** How many rows of files. */
    public long rows() {
        return lines.stream().mapToLong(CostLine::rows).sum();
    }
}
