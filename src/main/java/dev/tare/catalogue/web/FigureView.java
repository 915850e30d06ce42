package dev.tare.catalogue.web;

import dev.tare.catalogue.Assumption;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An assumption as pages show it: the figure and its range as its file states them, never rounded. */
record FigureView(String key, String what, String likely, String range, String unit, @Nullable String statement,
        String asOf, String source, @Nullable String locator, GradeView grade, @Nullable String note) {
    private static final String DASH = "\u2009\u2013\u2009";
    private static final Set<String> UNNAMED = Set.of("text", "count");

    static FigureView of(Assumption entry) {
        return new FigureView(entry.key(), entry.what(), plain(entry.likely()), range(entry),
                UNNAMED.contains(entry.unit()) ? "" : entry.unit(),
                entry.statement(), entry.asOf(), entry.source(), entry.locator(), GradeView.of(entry.how()),
                entry.note());
    }

    /** Whether the words occur in anything a reader sees of it. */
    boolean mentions(String words) {
        String all = String.join(" ", key, what, source, Objects.toString(locator, ""), Objects.toString(note, ""),
                Objects.toString(statement, ""), unit, grade.words()).toLowerCase(Locale.ROOT);
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    private static String range(Assumption entry) {
        Double low = entry.low();
        Double high = entry.high();
        if (low == null && high == null || Objects.equals(low, high)) {
            return "";
        }
        String from = low == null ? "no lower bound" : plain(low);
        return from + DASH + (high == null ? "no upper bound" : plain(high));
    }

    private static String plain(@Nullable Double figure) {
        return figure == null ? "" : BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
    }
}
