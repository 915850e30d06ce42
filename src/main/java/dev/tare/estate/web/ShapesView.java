package dev.tare.estate.web;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Option;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.ShapeLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The shapes an estate keeps, each with its answer to every question. */
record ShapesView(String add, List<Row> rows) {
    /**
     * A kept shape.
     *
     * @param weigh   today beside it
     * @param compare today and it line by line
     * @param share   the same, with the whole shape in the address
     * @param figures how many figures of its own it has, in words; empty for none
     */
    record Row(String name, String edit, String delete, String weigh, String compare, String share,
            List<Answer> answers,
            String figures) {}

    /** An axis and the option chosen. */
    record Answer(String axis, String option) {}

    static ShapesView of(String slug, EstateDocument document, Catalogue catalogue) {
        return new ShapesView(Addresses.of(slug, "shapes", "new"),
                document.shapes().stream().map(shape -> row(slug, shape, catalogue)).toList());
    }

    private static Row row(String slug, SavedShape shape, Catalogue catalogue) {
        int figures = shape.assumptions().size();
        return new Row(shape.name(), Addresses.of(slug, "shapes", shape.name(), "edit"),
                Addresses.of(slug, "shapes", shape.name(), "delete"), weigh(slug, ShapeLink.saved(shape.name())),
                compare(slug, ShapeLink.saved(shape.name())),
                weigh(slug, ShapeLink.write(shape)), answers(shape, catalogue),
                figures == 0 ? "" : figures == 1 ? "one figure of its own" : figures + " figures of its own");
    }

    private static String weigh(String slug, String shape) {
        return UriComponentsBuilder.fromPath("/estates/{slug}").queryParam("b", "{shape}").fragment("beside-title")
                .encode().buildAndExpand(slug, shape).toUriString();
    }

    private static String compare(String slug, String shape) {
        return UriComponentsBuilder.fromPath("/estates/{slug}/compare").queryParam("s", "today")
                .queryParam("s", "{shape}").encode().buildAndExpand(slug, shape).toUriString();
    }

    private static List<Answer> answers(SavedShape shape, Catalogue catalogue) {
        Map<String, String> answers = new LinkedHashMap<>();
        Axis.ofShape().forEach(axis -> answers.put(axis.id(), shape.axes().getOrDefault(axis.id(), "")));
        List<Answer> named = new java.util.ArrayList<>(answers.entrySet().stream()
                .map(each -> new Answer(each.getKey(), name(catalogue, each.getKey(), each.getValue()))).toList());
        named.add(new Answer(Axis.GROUPING.id(), grouping(shape, catalogue)));
        return named;
    }

    private static String grouping(SavedShape shape, Catalogue catalogue) {
        if (shape.grouping() instanceof Map<?, ?> units) {
            return "By hand: " + units.size() + (units.size() == 1 ? " unit" : " units") + " named";
        }
        return name(catalogue, Axis.GROUPING.id(), shape.grouping() == null ? "one-each" : shape.grouping().toString());
    }

    private static String name(Catalogue catalogue, String axis, String id) {
        String[] release = id.split("@", 2);
        return Axis.of(axis).map(catalogue::options).orElse(List.of()).stream()
                .filter(option -> option.id().equals(release[0])).findFirst().map(Option::name)
                .map(name -> release.length == 2 ? name + " " + release[1] : name).orElse(id);
    }
}
