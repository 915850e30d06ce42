package dev.tare.catalogue;

import dev.tare.engine.Dimension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
