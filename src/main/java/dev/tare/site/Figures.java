package dev.tare.site;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Writes figures for people: two or three significant digits, the unit always, a true minus sign, in the viewer's
 * locale. {@code figures.money(2310.4, "USD")} is "$2,310"; a value that is not a number is a dash.
 */
public final class Figures {
    private static final char MINUS = '\u2212';
    private static final String SPACE = "\u00a0";
    private static final String DASH = "\u2013";
    private static final String ABSENT = "\u2014";

    private static final int DIGITS = 3;

    private final Locale locale;
    private final int digits;

    /** Figures as this locale writes them. */
    public Figures(Locale locale) {
        this(locale, DIGITS);
    }

    private Figures(Locale locale, int digits) {
        this.locale = locale;
        this.digits = digits;
    }

    /** How one kind of figure is written. */
    @FunctionalInterface
    public interface Writing {
        /** The value, by these figures. */
        String write(Figures figures, double value);
    }

    /** Figures as the viewer of the current request writes them. */
    public static Figures forViewer() {
        return new Figures(LocaleContextHolder.getLocale());
    }

    /** An amount of money with its currency's symbol: "$2,310", "$0.0316", "−€4". */
    public String money(double amount, String currency) {
        return Double.isFinite(amount) ? minus(moneyFormat(amount, currency).format(round(amount))) : ABSENT;
    }

    /** Milliseconds, or seconds and minutes when there are many: "9.6 ms", "1.3 s". */
    public String ms(double ms) {
        double size = Math.abs(ms);
        if (size >= 120_000) {
            return with(ms / 60_000, "min");
        }
        return size >= 1_000 ? with(ms / 1_000, "s") : with(ms, "ms");
    }

    /** Bytes moved or kept, in thousands: "1.86 TB", "52 GB". */
    public String bytes(double bytes) {
        return scaled(bytes, 1_000, "B", "kB", "MB", "GB", "TB", "PB");
    }

    /** Bytes of memory, in steps of 1,024: "38 GiB". */
    public String memory(double bytes) {
        return scaled(bytes, 1_024, "B", "KiB", "MiB", "GiB", "TiB", "PiB");
    }

    /** Processors: "0.25 vCPU". */
    public String vcpu(double vcpu) {
        return with(vcpu, "vCPU");
    }

    /** A rate of requests: "120 requests/s". */
    public String rate(double perSecond) {
        return with(perSecond, "requests/s");
    }

    /** A plain number to three digits: "1,230", "9.6". */
    public String number(double value) {
        return Double.isFinite(value) ? minus(format(value)) : ABSENT;
    }

    /** A number with just so many digits after the point: "0.40". */
    public String fixed(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return minus(format.format(value));
    }

    /** A count, exact: "1,234". */
    public String count(long value) {
        return minus(NumberFormat.getIntegerInstance(locale).format(value));
    }

    /** A decimal with every digit it has, two at least if it has any: "1,200.50000000001", "11.90", "4". */
    public String exact(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int digits = Math.max(0, value.stripTrailingZeros().scale());
        format.setMaximumFractionDigits(digits == 0 ? 0 : Math.max(2, digits));
        format.setMinimumFractionDigits(digits == 0 ? 0 : 2);
        return minus(format.format(value));
    }

    /** A share of one as a percentage: 0.414 is "41 %", 0.0042 is "0.42 %". */
    public String percent(double share) {
        if (!Double.isFinite(share)) {
            return ABSENT;
        }
        double percent = share * 100;
        double shown = Math.abs(percent) >= 10 ? Math.rint(percent) : percent;
        return minus(format(shown, 2)) + SPACE + "%";
    }

    /** A number and its unit: "3.5 hours". */
    public String with(double value, String unit) {
        return number(value) + SPACE + unit;
    }

    /**
     * Two ends of a range, written by the same rule, with what both share written once: "$1,890 – 2,910",
     * "24 – 33 vCPU", "870 GB – 1.3 TB". As many digits as the figure itself has, or rounding could put a figure
     * outside its own range.
     */
    public String range(double low, double high, Writing writing) {
        String from = writing.write(this, low);
        String to = writing.write(this, high);
        if (from.equals(to)) {
            return to;
        }
        String sign = from.substring(0, digitsFrom(from));
        String unit = from.substring(digitsTo(from));
        String start = unit.equals(to.substring(digitsTo(to))) ? from.substring(0, digitsTo(from)) : from;
        String end = !sign.isEmpty() && to.startsWith(sign) ? to.substring(sign.length()) : to;
        return start + SPACE + DASH + SPACE + end;
    }

    /** A difference with its sign: "+$4", "−$212", and "0" without one. */
    public String signed(double value, DoubleFunction<String> writer) {
        String size = writer.apply(Math.abs(value));
        if (value == 0 || size.equals(writer.apply(0))) {
            return "0";
        }
        return (value > 0 ? "+" : String.valueOf(MINUS)) + size;
    }

    private NumberFormat moneyFormat(double amount, String currency) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        format.setDecimalFormatSymbols(symbols(format, currency));
        double rounded = Math.abs(round(amount).doubleValue());
        int places = rounded == 0 || rounded >= 10 ? 0 : rounded >= 1 ? 2 : fractionDigits(rounded);
        boolean whole = rounded < 10 && rounded == Math.rint(rounded);
        format.setMaximumFractionDigits(whole ? 0 : places);
        format.setMinimumFractionDigits(whole ? 0 : Math.min(places, 2));
        return format;
    }

    /** "$" instead of "US$" where the currency is not the locale's own: one currency a page needs no more. */
    private static DecimalFormatSymbols symbols(DecimalFormat format, String currency) {
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setCurrencySymbol(Currency.getInstance(currency).getSymbol(Locale.US));
        return symbols;
    }

    private String scaled(double bytes, double step, String... units) {
        double size = bytes;
        int unit = 0;
        while (unit < units.length - 1 && round(Math.abs(size)).doubleValue() >= step) {
            size /= step;
            unit++;
        }
        return with(size, units[unit]);
    }

    private String format(double value) {
        return format(value, digits);
    }

    private String format(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        format.setMaximumFractionDigits(Math.max(0, rounded.scale()));
        return format.format(rounded);
    }

    private int fractionDigits(double value) {
        return Math.max(2, BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros().scale());
    }

    private BigDecimal round(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return rounded.abs().compareTo(BigDecimal.TEN) >= 0 ? rounded.setScale(0, RoundingMode.HALF_EVEN) : rounded;
    }

    private static int digitsFrom(String text) {
        return (int) text.chars().takeWhile(each -> !Character.isDigit(each)).count();
    }

    private static int digitsTo(String text) {
        int end = text.length();
        while (end > 0 && !Character.isDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static String minus(String text) {
        return text.replace('-', MINUS);
    }
}
