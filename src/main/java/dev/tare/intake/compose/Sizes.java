package dev.tare.intake.compose;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as Docker takes them: {@code 512m}, {@code 1.5GB}, {@code 64M}; all of them powers of 1024. */
final class Sizes {
    private static final Pattern FORM = Pattern.compile("(\\d{1,30}(?:\\.\\d{1,30})?)\\s?([bkmgtpe]?)i?b?");
    private static final String UNITS = "bkmgtpe";

    private Sizes() {}

    /** Bytes; nothing when the text is no size. */
    static OptionalDouble bytes(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return OptionalDouble.empty();
        }
        int power = 10 * Math.max(0, UNITS.indexOf(form.group(2)));
        return OptionalDouble.of(new BigDecimal(form.group(1))
                .multiply(new BigDecimal(BigInteger.TWO.pow(form.group(2).isEmpty() ? 0 : power))).doubleValue());
    }

    /** vCPU; nothing when the text is no number. */
    static OptionalDouble cpus(String text) {
        String number = text.strip();
        return number.matches("\\d{1,9}(?:\\.\\d{0,12})?|\\.\\d{1,12}")
                ? OptionalDouble.of(Double.parseDouble(number))
                : OptionalDouble.empty();
    }
}
