package dev.tare.site;

import dev.tare.site.Numeral;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of quantity people type, each with its units; parsing gives the document's base unit, writing the reverse. */
public enum Quantity {
    /** vCPU. */
    CPU("CPU such as 250m or 0.25", Units.of("", 1, "m", 1e-3, "millicores", 1e-3, "vcpu", 1, "vcpus", 1, "cpu", 1,
            "cpus", 1, "core", 1, "cores", 1), List.of("")),
    /** Bytes in memory. A bare number would be bytes, and hardly anybody means that. */
    MEMORY("memory such as 512Mi or 1.5Gi", Units.SIZES, List.of("Gi", "Mi", "Ki", "B")),
    /** Bytes on disk or on a wire, where megabytes are meant. */
    SIZE("a size such as 61 MB or 1.5 GB", Units.SIZES, List.of("GB", "MB", "kB", "B")),
    /** Bytes of one message. */
    BYTES("bytes such as 900, 12 kB or 1 MB", Units.with(Units.SIZES, "", 1), List.of("GB", "MB", "kB", "B")),
    /** Milliseconds. */
    TIME("a time such as 12 ms or 1.5 s", Units.of("", 1, "ms", 1, "msec", 1, "s", 1e3, "sec", 1e3, "us", 1e-3, "µs",
            1e-3, "μs", 1e-3, "ns", 1e-6, "min", 6e4, "h", 3.6e6), List.of("ms")),
    /** Requests a second. */
    RATE("requests a second such as 120 or 7200/min",
            Units.of("", 1, "/s", 1, "/sec", 1, "rps", 1, "qps", 1, "req/s", 1,
                    "requests/s", 1, "/min", 1.0 / 60, "rpm", 1.0 / 60, "/h", 1.0 / 3600, "/day", 1.0 / 86400, "k/s",
                    1e3),
            List.of("")),
    /** How many times for each request. */
    TIMES("a number such as 2, 0.3 or 30 %", Units.of("", 1, "x", 1, "×", 1, "%", 0.01, "times", 1), List.of("")),
    /** How often a month. */
    MONTHLY("times a month such as 8 or 2/week",
            Units.of("", 1, "/month", 1, "a month", 1, "/week", 52.0 / 12, "a week", 52.0 / 12, "/day", 365.0 / 12,
                    "a day", 365.0 / 12, "/year", 1.0 / 12, "a year", 1.0 / 12),
            List.of("")),
    /** An amount in the estate's currency. */
    MONEY("an amount such as 1,200 or 1.200,50", Units.of("", 1, "k", 1e3), List.of("")),
    /** An amount on a bill: below zero for credits. */
    BILLED("an amount such as 1,200 or -35.50", Units.of("", 1, "k", 1e3), List.of("")),
    /** A plain number. */
    NUMBER("a number such as 3 or 2.5", Units.of("", 1, "k", 1e3), List.of(""));

    private static final Pattern PARTS = Pattern
            .compile("([\\d.,'’_\\s\\u00a0\\u2009\\u202f]*(?:\\d[eE][+-]?\\d+)?)\\s*(\\D*)");

    private final String expected;
    private final Map<String, Double> units;
    private final List<String> written;

    Quantity(String expected, Map<String, Double> units, List<String> written) {
        this.expected = expected;
        this.units = units;
        this.written = written;
    }

    /** What would have been right, with examples. */
    public String expected() {
        return expected;
    }

    /** In the base unit; empty for what is no such quantity. */
    public OptionalDouble parse(String typed) {
        String text = typed.strip();
        if (this == BILLED && isBelowZero(text)) {
            OptionalDouble size = MONEY.parse(text.substring(1));
            return size.isEmpty() ? size : OptionalDouble.of(-size.getAsDouble());
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return OptionalDouble.empty();
        }
        Double factor = factor(parts.group(2).strip());
        OptionalDouble number = Numeral.parse(parts.group(1));
        return factor == null || number.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(times(number.getAsDouble(), factor));
    }

    /** Whether a minus stands before it, from a keyboard or as it is printed. */
    public static boolean isBelowZero(String typed) {
        return typed.startsWith("-") || typed.startsWith("−");
    }

    /** As it would be typed, in the largest unit that says it shortly and exactly. */
    public String write(double value) {
        for (String unit : written) {
            String text = plain(value / factorOf(unit)) + (unit.length() > 0 && !unit.endsWith("i") ? " " : "") + unit;
            if (value >= factorOf(unit) && text.length() <= 9 && parse(text).equals(OptionalDouble.of(value))) {
                return text;
            }
        }
        String last = written.getLast();
        return plain(value / factorOf(last)) + (last.isEmpty() ? "" : " " + last);
    }

    private double factorOf(String unit) {
        return units.getOrDefault(unit, 1.0);
    }

    private @Nullable Double factor(String unit) {
        Double exact = units.get(unit);
        return exact != null || unit.length() < 2 ? exact : units.get(unit.toLowerCase(Locale.ROOT));
    }

    /** Decimal factors are multiplied as they are written: 250 × 0.001 is 0.25, 3 × 52/12 is 13, exactly. */
    private static double times(double number, double factor) {
        BigDecimal product = BigDecimal.valueOf(number).multiply(BigDecimal.valueOf(factor));
        boolean whole = factor == Math.rint(factor);
        return (whole ? product : product.round(new MathContext(15))).doubleValue();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Units by the way they are typed; what is not found so is looked up in lower case. */
    private static final class Units {
        private static final double KI = 1024;
        static final Map<String, Double> SIZES = of("b", 1, "B", 1, "bytes", 1, "k", 1e3, "K", 1e3, "kb", 1e3, "Ki", KI,
                "ki", KI, "kib", KI, "M", 1e6, "mb", 1e6, "Mi", KI * KI, "mi", KI * KI, "mib", KI * KI, "G", 1e9, "gb",
                1e9, "Gi", KI * KI * KI, "gi", KI * KI * KI, "gib", KI * KI * KI, "T", 1e12, "tb", 1e12, "Ti",
                KI * KI * KI * KI, "ti", KI * KI * KI * KI, "tib", KI * KI * KI * KI,
                // small letters as the docker and java commands read them
                "m", KI * KI, "g", KI * KI * KI, "kB", 1e3, "MB", 1e6, "GB", 1e9);

        static Map<String, Double> of(Object... namesAndFactors) {
            Map<String, Double> units = new LinkedHashMap<>();
            for (int i = 0; i < namesAndFactors.length; i += 2) {
                units.put((String) namesAndFactors[i], ((Number) namesAndFactors[i + 1]).doubleValue());
            }
            return units;
        }

        static Map<String, Double> with(Map<String, Double> some, String name, double factor) {
            Map<String, Double> units = new LinkedHashMap<>(some);
            units.put(name, factor);
            return units;
        }
    }
}
