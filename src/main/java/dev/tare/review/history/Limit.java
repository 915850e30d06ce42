package dev.tare.review.history;

import dev.tare.review.history.Diff.Row;
import dev.tare.site.Figures;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far money may rise, at likely values.
 *
 * @param figure  gross, net or tare
 * @param amount  by so much a month, or by so many per cent of what it was
 * @param percent which of the two
 */
record Limit(String figure, double amount, boolean percent) {
    private static final Pattern WRITTEN = Pattern.compile("(?:(gross|net|tare):)?(\\d{1,12}(?:\\.\\d{1,6})?)(%?)");
    private static final String EXPECTED = "how far money may rise, such as 5%, 120 or tare:2.5%";

    static Limit read(String text) {
        Matcher parts = WRITTEN.matcher(text.strip());
        if (!parts.matches()) {
            throw new Invalid("'" + text + "' is no limit: expected " + EXPECTED + ".",
                    List.of(new Problem(null, null, "failOver", EXPECTED, text)));
        }
        return new Limit(parts.group(1) == null ? "gross" : parts.group(1), Double.parseDouble(parts.group(2)),
                !parts.group(3).isEmpty());
    }

    /** What was nothing may not rise by any per cent. */
    boolean keeps(Row row) {
        return row.change() <= (percent ? row.before() * amount / 100 : amount);
    }

    String words(String currency) {
        Figures figures = new Figures(Locale.ENGLISH);
        return figure + " cost may rise by "
                + (percent ? figures.percent(amount / 100) : figures.money(amount, currency))
                        .replace('\u00a0', ' ')
                + (percent ? "" : " a month");
    }
}
