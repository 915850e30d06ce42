package dev.tare.intake.cost;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and months as exports write them: 2026-10-31T00:00Z, 2026-10, 20261031, 10/31/2026, 31.10.2026, 10/31/26. */
public final class Days {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/]?(\\d{2})(?:[-/]?(\\d{2}))?(?:\\D.*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:\\D.*)?");
    private static final Pattern YEAR_OF_MONTH = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private static final int CENTURY = 2000;

    private Days() {}

    /** The day, or the first of the month; nothing when it is neither. */
    public static Optional<LocalDate> day(String text) {
        try {
            return read(text.strip());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> read(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            int day = first.group(3) == null ? 1 : Integer.parseInt(first.group(3));
            return Optional.of(LocalDate.of(number(first, 1), number(first, 2), day));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            boolean dayFirst = last.group(2).equals(".") || number(last, 1) > 12;
            return Optional.of(LocalDate.of(year(last.group(4)), number(last, dayFirst ? 3 : 1),
                    number(last, dayFirst ? 1 : 3)));
        }
        Matcher month = YEAR_OF_MONTH.matcher(text);
        return month.matches() ? Optional.of(LocalDate.of(number(month, 2), number(month, 1), 1)) : Optional.empty();
    }

    /** Spreadsheets save 2025 as 25. */
    private static int year(String written) {
        int year = Integer.parseInt(written);
        return written.length() == 2 ? CENTURY + year : year;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** The day before an end that is not included any more, such as midnight of the next day. */
    static Optional<LocalDate> lastBefore(String end) {
        boolean midnight = end.strip().matches("[^T ]{6,10}([T ]00:00(:00(\\.0+)?)?\\s*(Z|UTC|[+-]00:?00)?)?");
        return day(end).map(day -> midnight ? day.minusDays(1) : day);
    }

    /** As 2026-10. */
    static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }

    /** The month in words: October 2026. */
    public static String inWords(String month) {
        return month.isEmpty() ? "no month stated" : WORDS.format(YearMonth.parse(month));
    }
}
