package dev.tare.review.history;

import dev.tare.estate.EstateFormat;
import dev.tare.review.history.Inventory.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.TreeMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a part of an estate says, field by field, as the document writes it. */
final class Fields {
    private static final Set<String> ORIGIN = Set.of("provenance");
    private static final int LONGEST = 120;

    private Fields() {}

    /** Values by path, such as {@code cpu.request}. */
    static Map<String, String> of(Object part) {
        Map<String, String> fields = new TreeMap<>();
        JsonNode tree = EstateFormat.JSON.mapper().valueToTree(part);
        tree.properties().stream().filter(field -> !ORIGIN.contains(field.getKey()))
                .forEach(field -> put(fields, field.getKey(), field.getValue()));
        return fields;
    }

    private static void put(Map<String, String> fields, String path, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(field -> put(fields, path + "." + field.getKey(), field.getValue()));
        } else {
            fields.put(path, value.isString() ? value.asString() : value.toString());
        }
    }

    static List<FieldChange> changes(Map<String, String> before, Map<String, String> after) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String path : paths) {
            String was = before.getOrDefault(path, "");
            String is = after.getOrDefault(path, "");
            if (!was.equals(is)) {
                changes.add(new FieldChange(path, shortened(was), shortened(is)));
            }
        }
        return changes;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
