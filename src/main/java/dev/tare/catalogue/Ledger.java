package dev.tare.catalogue;

import dev.tare.engine.Assumptions;
import dev.tare.engine.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every assumption by key, and in base units as the engine takes them. */
final class Ledger {
    private static final String FOLDER = "assumptions";
    private static final String RATE = "fx.";
    private final Map<String, Assumption> entries = new LinkedHashMap<>();
    private final Map<String, Units.Unit> units = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    private final Units all;

    private Ledger(Units all) {
        this.all = all;
    }

    static Ledger read(CatalogueFiles files, Units units) {
        Ledger ledger = new Ledger(units);
        files.in(FOLDER)
                .forEach((file, text) -> Yaml.readList(file, text, AssumptionEntry.class)
                        .forEach(entry -> ledger.add(file, entry.check(file), units)));
        return ledger;
    }

    List<Assumption> entries() {
        return List.copyOf(entries.values());
    }

    Optional<Assumption> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The assumption a file cites, or a refusal naming the file and the entry. */
    Assumption cited(String file, String entry, String key) {
        Assumption found = entries.get(key);
        if (found == null) {
            throw new BadCatalogue(file, entry, "cites " + key + ", which is no assumption");
        }
        return found;
    }

    /** The same, where a bill is to use it as a quantity of that dimension. */
    Assumption usable(String file, String entry, String key, Dimension expected) {
        Assumption found = cited(file, entry, key);
        Dimension dimension = dimension(key);
        if (!found.usable()) {
            throw new BadCatalogue(file, entry, key + " has no low, likely and high to calculate with");
        }
        if (dimension != expected) {
            throw new BadCatalogue(file, entry,
                    key + " is a quantity of " + dimension + " (" + found.unit() + "), expected " + expected);
        }
        return found;
    }

    Dimension dimension(String key) {
        return unit(key).dimension();
    }

    /** A figure of that assumption in base units. */
    double base(String key, @Nullable Double figure) {
        return figure == null ? Double.NaN : figure * unit(key).factor() * usdPer(unit(key).currency());
    }

    /** A typed figure of that assumption in the unit of its entry. */
    double typed(String key, double number, String unit) {
        Assumption entry = Optional.ofNullable(entries.get(key)).filter(Assumption::usable)
                .orElseThrow(() -> new UnfitFigure("the key of a numeric assumption of the catalogue"));
        return new TypedFigure(entry, all, unit(key)).of(number, unit);
    }

    /** What one of a currency is worth in US dollars; absent for a currency without a rate. */
    Optional<Double> rate(String currency) {
        return "USD".equals(currency)
                ? Optional.of(1.0)
                : find(RATE + currency).flatMap(rate -> Optional.ofNullable(rate.likely()));
    }

    List<String> currencies() {
        List<String> known = new ArrayList<>(List.of("USD"));
        entries.keySet().stream().filter(key -> key.startsWith(RATE)).map(key -> key.substring(RATE.length()))
                .forEach(known::add);
        return known;
    }

    Assumptions forEngine() {
        return new Assumptions(entries.values().stream().filter(Assumption::usable).map(this::converted).toList());
    }

    private Assumptions.Assumption converted(Assumption entry) {
        String key = entry.key();
        return new Assumptions.Assumption(key, dimension(key), base(key, entry.low()), base(key, entry.likely()),
                base(key, entry.high()), entry.rises());
    }

    private void add(String file, Assumption entry, Units known) {
        String before = files.put(entry.key(), file);
        if (before != null) {
            throw new BadCatalogue(file, entry.key(), "the key is taken, in " + before);
        }
        units.put(entry.key(), known.unit(file, entry.key(), entry.unit()));
        entries.put(entry.key(), entry);
    }

    private Units.Unit unit(String key) {
        Units.Unit unit = units.get(key);
        if (unit == null) {
            throw new IllegalArgumentException("no assumption " + key);
        }
        return unit;
    }

    private double usdPer(@Nullable String currency) {
        if (currency == null) {
            return 1;
        }
        return rate(currency).orElseThrow(() -> new BadCatalogue(Units.FILE, currency,
                "there is no assumption " + RATE + currency + " to convert it"));
    }
}
