package dev.tare.catalogue;

import dev.tare.engine.Dimension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure a person types for an assumption, with a unit of the same kind or none, turned into the unit of its entry:
 * {@code 500 us} is 0.5 where the entry counts in milliseconds, {@code 12 %} is 0.12 where it counts in parts of one.
 * A figure a thousand times outside the known range is a slip of the unit, not a belief, and is refused.
 */
final class TypedFigure {
    private static final double SLIP = 1000;
    private static final double WHOLE = 100;
    private static final String PERCENT = "%";
    private static final List<String> SHARES = List.of("ratio", "x");
    private static final Map<String, String> ALSO = Map.ofEntries(Map.entry("\u00b5s", "us"),
            Map.entry("\u03bcs", "us"),
            Map.entry("sec", "s"), Map.entry("msec", "ms"), Map.entry("mi", "MiB"), Map.entry("gi", "GiB"),
            Map.entry("ki", "KiB"), Map.entry("m", "mCPU"), Map.entry("millicores", "mCPU"), Map.entry("core", "cores"),
            Map.entry("cpu", "vCPU"), Map.entry("cpus", "vCPU"), Map.entry("vcpus", "vCPU"), Map.entry("bytes", "B"),
            Map.entry("percent", PERCENT), Map.entry("\u00d7", "x"), Map.entry("times", "x"), Map.entry("$", "USD"),
            Map.entry("\u20ac", "EUR"));

    private final Assumption entry;
    private final Units units;
    private final Units.Unit own;

    TypedFigure(Assumption entry, Units units, Units.Unit own) {
        this.entry = entry;
        this.units = units;
        this.own = own;
    }

    /** In the unit of the entry. */
    double of(double number, String typed) {
        double figure = number * factor(typed.strip());
        double high = orZero(entry.high());
        boolean share = own.unit().startsWith(PERCENT) && high <= WHOLE;
        double most = share ? WHOLE : high * SLIP;
        double least = orZero(entry.low()) / SLIP;
        if (!(figure >= least && figure <= most)) {
            throw new UnfitFigure("between " + plain(least) + " and " + plain(most) + " " + own.unit()
                    + (share ? "" : ", a thousand times round what is known"));
        }
        return figure;
    }

    private double factor(String typed) {
        if (typed.isEmpty() || typed.equalsIgnoreCase(own.unit()) || namesItsMoney(typed)) {
            return 1;
        }
        Units.Unit unit = units.find(ALSO.getOrDefault(typed.toLowerCase(Locale.ROOT), typed)).orElseThrow(this::other);
        boolean sameKind = own.dimension() == Dimension.NUMBER
                ? isShare(unit) && isShare(own)
                : unit.dimension() == own.dimension() && String.valueOf(unit.currency()).equals(String.valueOf(own
                        .currency()));
        if (!sameKind) {
            throw other();
        }
        return unit.factor() / own.factor();
    }

    /** "0.05 USD" is enough where the unit is USD for each something. */
    private boolean namesItsMoney(String typed) {
        return own.unit().startsWith(ALSO.getOrDefault(typed, typed).toUpperCase(Locale.ROOT) + "/");
    }

    private static boolean isShare(Units.Unit unit) {
        return unit.unit().startsWith(PERCENT) || SHARES.contains(unit.unit());
    }

    private UnfitFigure other() {
        return new UnfitFigure("a number in " + String.join(", ", units.like(own)));
    }

    private static double orZero(@Nullable Double figure) {
        return figure == null ? 0 : figure;
    }

    private static String plain(double figure) {
        return new java.math.BigDecimal(figure).round(new java.math.MathContext(3)).stripTrailingZeros()
                .toPlainString();
    }
}
