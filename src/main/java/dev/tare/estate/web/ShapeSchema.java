package dev.tare.estate.web;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Option;
import dev.tare.estate.web.Schema.Rows;
import dev.tare.estate.web.Schema.Section;
import java.util.ArrayList;
import dev.tare.site.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The fields of a shape. */
final class ShapeSchema {
    static final String UNITS = "units";
    static final String FIGURES = "figures";

    private ShapeSchema() {}

    static Schema of(Catalogue catalogue) {
        List<Field> fields = new ArrayList<>(List.of(Field.text("name", "Name", "", "What it is called in lists")));
        Axis.ofShape().forEach(axis -> fields.add(axis(catalogue, axis, "axes." + axis.id())));
        fields.add(axis(catalogue, Axis.GROUPING, "grouping"));
        Rows units = new Rows(UNITS, "Services by unit", "service",
                "for a grouping by hand: services with the same unit share a process, those without stay alone",
                List.of(Field.text("service", "Service", "services", ""), Field.text("unit", "Unit", "", "")));
        Rows figures = new Rows(FIGURES, "Figures of its own", "figure", "in place of the catalogue's, in their unit",
                List.of(Field.text("key", "Assumption", "assumptions", ""),
                        Field.amount("value", "Figure", Quantity.NUMBER)));
        return new Schema(List.of(new Section("", "", fields)), List.of(units, figures));
    }

    /** A product whose figures are known for several releases is a choice for each. */
    private static Stream<Kind.Option> releases(Option option) {
        Stream<Kind.Option> others = option.versions().keySet().stream().sorted()
                .map(release -> new Kind.Option(option.id() + "@" + release, option.name() + " " + release));
        return Stream.concat(Stream.of(new Kind.Option(option.id(), option.name())), others);
    }

    private static Field axis(Catalogue catalogue, Axis axis, String path) {
        List<Kind.Option> options = catalogue.options(axis).stream()
                .flatMap(ShapeSchema::releases).toList();
        String label = axis.id().substring(0, 1).toUpperCase(Locale.ROOT) + axis.id().substring(1);
        return new Field(path, label, new Kind.Choice(options), axis.question());
    }
}
