package dev.tare.intake.cost;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as exports and people write it: {@code -1234.56}, {@code $1,234.56}, {@code (1,234.56)}, {@code 1.234,56 €},
 * {@code 1e-7}. One comma before exactly three digits groups thousands, unless the file's fields are told apart by
 * semicolons: then it is a decimal comma.
 *
 * @param currency three letters, when a sign or code in the text names one beyond doubt
 */
record Amount(BigDecimal value, @Nullable String currency) {
    private static final Pattern WHOLE = Pattern.compile(
            "(?<lead>[A-Za-z\\p{Sc}\\s]{0,6})(?<number>[+-]?[\\d.,'’_\\s]*\\d[.,]?(?:[eE][+-]?\\d{1,2})?)"
                    + "(?<tail>[A-Za-z\\p{Sc}\\s]{0,6})");
    private static final Pattern GAPS = Pattern.compile("(?<=\\d)['’_\\s\\u00a0\\u202f](?=\\d{3})");
    static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "US$", "USD", "₹", "INR");
    /** {@code 300.–} and {@code 300,--} are 300. */
    private static final Pattern NO_CENTS = Pattern.compile("(?<=\\d)[.,][-\u2013\u2014]{1,2}(?=\\D*$)");
    private static final int MOST_DIGITS = 30;
    private static final int MOST_DECIMALS = 100;
    private static final int LONGEST = 200;

    /** The amount, or nothing when the text is none. */
    static Optional<Amount> read(String text, char separator) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (isPlain(text)) {
            return Optional.of(new BigDecimal(text)).filter(Amount::isMoney).map(value -> new Amount(value, null));
        }
        String bare = NO_CENTS.matcher(text.strip().replace('\u2212', '-').replace('\u00a0', ' ')).replaceFirst("");
        boolean bracketed = bare.startsWith("(") && bare.endsWith(")");
        bare = bracketed ? bare.substring(1, bare.length() - 1) : bare;
        boolean below = bracketed || isBelowZero(bare);
        Matcher whole = WHOLE.matcher(bracketed ? bare : bare.replaceFirst("^-\\s*|(?<=[\\d\\p{Sc}])-$", ""));
        boolean twice = below && !bracketed && whole.matches() && whole.group("number").matches("[+-].*");
        return whole.matches() && !twice
                ? number(whole.group("number"), separator).map(value -> new Amount(
                        below ? value.abs().negate() : value, currency(whole.group("lead") + whole.group("tail"))))
                : Optional.empty();
    }

    /** Digits and one point, as almost every row of almost every export. */
    private static boolean isPlain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) {
                return false;
            }
        }
        return points <= 1 && text.length() > 2 && Character.isDigit(text.charAt(text.length() - 1));
    }

    private static boolean isBelowZero(String text) {
        return text.startsWith("-") || text.length() > 1 && text.endsWith("-");
    }

    private static @Nullable String currency(String around) {
        String sign = around.replaceAll("\\s", "");
        return sign.matches("[A-Z]{3}") ? sign : SIGNS.get(sign);
    }

    private static Optional<BigDecimal> number(String text, char separator) {
        String digits = GAPS.matcher(text.strip()).replaceAll("");
        String plain = digits;
        if (digits.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?") && !(separator == ';' && isOneComma(digits))) {
            plain = digits.replace(",", "");
        } else if (digits.matches("[+-]?\\d{1,3}(\\.\\d{3})+,\\d+|[+-]?\\d{1,3}(\\.\\d{3}){2,}")) {
            plain = digits.replace(".", "").replace(',', '.');
        } else if (digits.matches("[+-]?\\d+,\\d+([eE][+-]?\\d+)?")) {
            plain = digits.replace(',', '.');
        }
        return plain.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?")
                ? Optional.of(new BigDecimal(plain)).filter(Amount::isMoney)
                : Optional.empty();
    }

    private static boolean isOneComma(String digits) {
        return digits.indexOf(',') == digits.lastIndexOf(',') && digits.indexOf('.') < 0;
    }

    private static boolean isMoney(BigDecimal value) {
        return value.scale() <= MOST_DECIMALS && value.precision() - value.scale() <= MOST_DIGITS;
    }
}
