package dev.tare.comparison.web;

import dev.tare.catalogue.Preset;
import dev.tare.comparison.Grouping;
import dev.tare.engine.Measure;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.ShapeLink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the reader can choose on the weight page: the measure, the shapes, and the two to set side by side. */
record Choices(List<Tab> measures, Map<String, List<Shape>> families, List<Shape> a, List<Shape> b, String measure,
        String chosenA, String chosenB, List<String> chosenShapes, String compose, String compare,
        List<Hidden> carried) {
    private static final String KEPT = "Kept with this estate";

    /** A measure and the address of the page in it. */
    record Tab(String name, String address, boolean current) {}

    /** A shape that can be chosen. */
    record Shape(String value, String name, boolean chosen) {}

    static Choices of(String path, WeightQuery query, List<Preset> presets, List<SavedShape> kept,
            String today) {
        List<Tab> tabs = Arrays.stream(Measure.values()).map(measure -> new Tab(Words.tab(measure),
                query.with(path, measure), measure == query.measure())).toList();
        Map<String, List<Shape>> families = new LinkedHashMap<>();
        presets.forEach(preset -> families.computeIfAbsent(preset.family(), family -> new ArrayList<>())
                .add(new Shape(preset.id(), preset.name(), query.shapes().contains(new Sought(preset.id())))));
        if (!kept.isEmpty()) {
            families.put(KEPT, kept.stream().map(shape -> kept(shape, query.shapes()::contains)).toList());
        }
        return new Choices(tabs, families, pairs(presets, kept, query.a(), today),
                pairs(presets, kept, query.b(), today),
                Words.id(query.measure()), query.a().written(), query.b().written(),
                query.chosen() ? query.shapes().stream().map(Sought::written).toList() : List.of(),
                compose(path, query.b()), compare(path, query), query.whatIf().fields());
    }

    /** The two side by side on a page of their own, where more can stand beside them. */
    private static String compare(String path, WeightQuery query) {
        return new CompareQuery(Stream.of(query.a(), query.b()).distinct().toList(), query.measure(), false, Set.of(),
                query.whatIf(), List.of()).at(path + "/compare");
    }

    /** Where a shape is composed: from the one a link holds as a whole, so that it can be kept, or from today's. */
    private static String compose(String path, Sought b) {
        String start = b.own().isPresent() ? "?shape=" + b.encoded() : "";
        return path + "/shapes/new" + start;
    }

    /** Today's, every preset as it usually is, and the written one where it is none of them. */
    static List<Shape> pairs(List<Preset> presets, List<SavedShape> kept, Sought chosen, String today) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape(Sought.TODAY.written(), "Today: " + today, chosen.equals(Sought.TODAY)));
        for (Preset preset : presets) {
            shapes.add(new Shape(preset.id(), preset.name() + ", " + words(preset.grouping()),
                    chosen.written().equals(preset.id())));
        }
        kept.forEach(shape -> shapes.add(kept(shape, chosen::equals)));
        if (shapes.stream().noneMatch(Shape::chosen)) {
            shapes.add(new Shape(chosen.written(), chosen.words(), true));
        }
        return shapes;
    }

    private static Shape kept(SavedShape shape, Predicate<Sought> chosen) {
        String written = ShapeLink.saved(shape.name());
        return new Shape(written, shape.name(), chosen.test(new Sought(written)));
    }

    private static String words(String grouping) {
        return switch (grouping) {
            case "all-in-one" -> new Grouping.AllInOne().words();
            case "per-team" -> new Grouping.PerTeam().words();
            default -> new Grouping.OneEach().words();
        };
    }
}
