package dev.tare.estate.web;

import dev.tare.estate.Changes;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A kept shape as its form shows it: services by unit as rows, figures as rows. */
final class ShapeTree {
    static final String HAND_MADE = "hand-made";
    /** An estate of more services than this lists only those that are in a unit. */
    private static final int MOST_LISTED = 200;

    private ShapeTree() {}

    static ObjectNode of(EstateDocument document, SavedShape shape) {
        ObjectNode tree = Trees.of(shape);
        tree.remove("assumptions");
        tree.put("grouping", shape.grouping() instanceof Map ? HAND_MADE : word(shape.grouping()));
        ArrayNode units = tree.arrayNode();
        rows(document, shape.grouping()).forEach((service, unit) -> {
            ObjectNode row = units.addObject().put("service", service);
            if (!unit.isEmpty()) {
                row.put("unit", unit);
            }
        });
        ArrayNode figures = tree.arrayNode();
        shape.assumptions().forEach((key, value) -> figures.addObject().put("key", key).put("value", value));
        Tree.put(tree, ShapeSchema.UNITS, units.isEmpty() ? null : units);
        Tree.put(tree, ShapeSchema.FIGURES, figures.isEmpty() ? null : figures);
        return tree;
    }

    private static String word(@Nullable Object grouping) {
        return grouping == null ? "one-each" : grouping.toString();
    }

    /** Every service by the unit it is in; those alone too, where they are not too many to list. */
    private static Map<String, String> rows(EstateDocument document, @Nullable Object grouping) {
        Map<String, String> rows = new LinkedHashMap<>();
        if (document.services().size() <= MOST_LISTED) {
            document.services().forEach(service -> rows.put(service.name(), ""));
        }
        if (grouping instanceof Map<?, ?> units) {
            units.forEach((unit, services) -> {
                if (services instanceof List<?> list) {
                    list.forEach(service -> rows.put(String.valueOf(service), String.valueOf(unit)));
                }
            });
        }
        return rows;
    }

    /** Rows of a form in which every service stands alone; none where they are too many to list. */
    static List<Map<String, String>> alone(EstateDocument document) {
        List<Service> services = document.services().size() <= MOST_LISTED ? document.services() : List.of();
        return services.stream().map(service -> Map.of(Form.ORIGIN, "", "service", service.name(), "unit", ""))
                .toList();
    }

    static SavedShape shape(ObjectNode tree) {
        Map<String, String> axes = new LinkedHashMap<>();
        tree.path("axes").properties().forEach(axis -> axes.put(axis.getKey(), axis.getValue().asString()));
        String grouping = tree.path("grouping").asString("one-each");
        Map<String, Double> figures = new LinkedHashMap<>();
        tree.path(ShapeSchema.FIGURES)
                .forEach(row -> figures.put(row.path("key").asString(), row.path("value").asDouble()));
        return new SavedShape(tree.path("name").asString(""), axes,
                grouping.equals(HAND_MADE) ? units(tree.path(ShapeSchema.UNITS)) : grouping, figures,
                tree.hasNonNull("changes") ? Trees.to(tree.path("changes"), Changes.class) : null);
    }

    private static Map<String, List<String>> units(JsonNode rows) {
        Map<String, List<String>> units = new LinkedHashMap<>();
        rows.forEach(row -> {
            String unit = row.path("unit").asString("");
            if (!unit.isEmpty()) {
                units.computeIfAbsent(unit, _ -> new ArrayList<>()).add(row.path("service").asString());
            }
        });
        return units;
    }
}
