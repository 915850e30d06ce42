package dev.tare.review.costs;

import dev.tare.review.Standing.Spread;
import dev.tare.site.Figures;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Writes money and months for one reader. */
record CostWriter(Figures figures, Locale locale, String currency) {
    private static final double ORDER = 1e-6;

    String money(double amount) {
        return figures.money(amount, currency);
    }

    String range(Spread range) {
        return figures.range(range.low(), range.high(), (coarse, value) -> coarse.money(value, currency));
    }

    String signed(double amount) {
        return figures.signed(amount, this::money);
    }

    /** What one figure is more than another; nothing where they differ by the order of a sum. */
    static double change(double from, double to) {
        return Math.abs(to - from) <= ORDER * Math.max(Math.abs(from), Math.abs(to)) ? 0 : to - from;
    }

    /** More, less or the same, as it is coloured. */
    static String sign(double change) {
        return change > 0 ? "more" : change < 0 ? "less" : "same";
    }

    String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale) + " " + month.getYear();
    }

    String day(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM", locale).withZone(ZoneOffset.UTC).format(moment);
    }

    /** What a line is called on the page. */
    static String line(String id) {
        return id.equals(StepRows.NET) ? "net: the work itself" : id;
    }
}
