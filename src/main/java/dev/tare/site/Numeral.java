package dev.tare.site;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A number as people type it: {@code 1200}, {@code 1,200}, {@code 1.200,50}, {@code 1 200}, {@code 0,25}, {@code 1e6}.
 * One separator before exactly three digits is a thousands comma ("1,200") but a decimal point ("1.200"): computers write
 * points, and a comma there would be a strange way to be precise.
 */
public final class Numeral {
    private static final String GROUPED_BY_COMMA = "[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?";
    private static final String GROUPED_BY_POINT = "[1-9]\\d{0,2}(\\.\\d{3})+,\\d+|[1-9]\\d{0,2}(\\.\\d{3}){2,}";
    private static final String DECIMAL_COMMA = "\\d+,\\d+";
    private static final String PLAIN = "(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?";
    private static final Pattern GAPS = Pattern.compile("(?<=\\d)['’_\\s\\u00a0\\u2009\\u202f](?=\\d{3}(\\D|$))");

    private Numeral() {}

    /** Empty for what is no number, or below zero. */
    public static OptionalDouble parse(String typed) {
        String text = GAPS.matcher(typed.strip()).replaceAll("");
        if (text.matches(PLAIN)) {
            return finite(text);
        }
        if (text.matches(GROUPED_BY_COMMA)) {
            return finite(text.replace(",", ""));
        }
        if (text.matches(GROUPED_BY_POINT)) {
            return finite(text.replace(".", "").replace(',', '.'));
        }
        return text.matches(DECIMAL_COMMA) ? finite(text.replace(',', '.')) : OptionalDouble.empty();
    }

    private static OptionalDouble finite(String text) {
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
