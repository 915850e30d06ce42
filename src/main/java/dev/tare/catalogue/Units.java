package dev.tare.catalogue;

import dev.tare.engine.Dimension;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The units catalogue files may use, and what each is in the engine's base unit of its dimension. */
final class Units {
    static final String FILE = "units.yaml";
    private final Map<String, Unit> units = new HashMap<>();

    /** {@code currency}: the money the unit counts in where that is not US dollars. */
    record Unit(String unit, Dimension dimension, double factor, @Nullable String currency) {}

    static Units read(CatalogueFiles files) {
        Units units = new Units();
        List<Unit> all = Yaml.readList(FILE, files.text(FILE), Unit.class);
        for (Unit unit : all) {
            if (units.units.put(unit.unit(), unit) != null) {
                throw new BadCatalogue(FILE, unit.unit(), "the unit is defined twice");
            }
        }
        return units;
    }

    /** The unit as it is written in files, or in another case where that is clear. */
    Optional<Unit> find(String name) {
        Unit exact = units.get(name);
        return exact != null
                ? Optional.of(exact)
                : units.values().stream().filter(unit -> unit.unit().equalsIgnoreCase(name)).findFirst();
    }

    /** The units a figure in this one may be given in: of the same kind, and of plain numbers itself alone. */
    List<String> like(Unit own) {
        return own.dimension() == Dimension.NUMBER
                ? List.of(own.unit())
                : units.values().stream().filter(unit -> unit.dimension() == own.dimension())
                        .filter(unit -> Objects.equals(unit.currency(), own.currency()))
                        .sorted(Comparator.comparingDouble(Unit::factor)).map(Unit::unit).toList();
    }

    Unit unit(String file, String entry, String name) {
        Unit unit = units.get(name);
        if (unit == null) {
            throw new BadCatalogue(file, entry, "unknown unit '" + name + "'");
        }
        return unit;
    }

    /** A quantity such as {@code 255 MiB} in base units of the dimension expected. */
    double quantity(String file, String entry, String text, Dimension expected) {
        int space = text.indexOf(' ');
        Unit unit = unit(file, entry, space < 0 ? "" : text.substring(space + 1));
        if (unit.dimension() != expected) {
            throw new BadCatalogue(file, entry, "expected a quantity of " + expected + ", found '" + text + "'");
        }
        try {
            return Double.parseDouble(text.substring(0, space)) * unit.factor();
        } catch (NumberFormatException notANumber) {
            throw new BadCatalogue(file, "'" + text + "' does not start with a number", notANumber);
        }
    }
}
