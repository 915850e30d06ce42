package dev.tare.estate.web;

import dev.tare.estate.web.FieldText.Mistyped;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a form onto what was there when it was opened, so that what the form does not show stays as it was. */
final class FormReader {
    private final Schema schema;
    private final String currency;
    private final List<Problem> problems = new ArrayList<>();

    FormReader(Schema schema, String currency) {
        this.schema = schema;
        this.currency = currency;
    }

    List<Problem> problems() {
        return problems;
    }

    ObjectNode read(Form form) {
        ObjectNode opened = Trees.parsed(form.opened());
        ObjectNode tree = opened.deepCopy();
        schema.fields().forEach(field -> put(tree, field, form.value(field.path()), field.path()));
        for (Schema.Rows list : schema.lists()) {
            ArrayNode rows = rows(list, form, opened.path(list.path()));
            Tree.put(tree, list.path(), rows.isEmpty() ? null : rows);
        }
        return tree;
    }

    /** Blank rows are left out; problems still name rows by where they stand in the form. */
    private ArrayNode rows(Schema.Rows list, Form form, JsonNode opened) {
        ArrayNode rows = Trees.parsed(null).arrayNode();
        int index = 0;
        for (Map<String, String> row : form.rows(list.path())) {
            if (!Form.isBlank(row)) {
                ObjectNode tree = origin(row.get(Form.ORIGIN), opened);
                String at = list.path() + "[" + index + "].";
                list.fields().forEach(field -> put(tree, field, row.getOrDefault(field.path(), ""), at + field.path()));
                if (row.getOrDefault(ServicePart.CREATE, "").equals("true")) {
                    tree.put(ServicePart.CREATE, true);
                }
                rows.add(tree);
            }
            index++;
        }
        return rows;
    }

    private static ObjectNode origin(@Nullable String place, JsonNode opened) {
        int index = place != null && place.matches("\\d{1,6}") ? Integer.parseInt(place) : -1;
        return opened.get(index) instanceof ObjectNode there ? there.deepCopy() : Trees.parsed(null);
    }

    /** A field that still shows what it showed when the form was opened leaves the value alone, to its last digit. */
    private void put(ObjectNode tree, Field field, String typed, String path) {
        FieldText text = new FieldText(field, currency);
        if (asBrowsersSend(field, text.write(Tree.at(tree, field.path()))).equals(asBrowsersSend(field, typed))) {
            return;
        }
        try {
            Tree.put(tree, field.path(), text.read(typed));
        } catch (Mistyped wrong) {
            problems.add(Problem.at(path, wrong.expected(), typed.strip()));
        }
    }

    /** Browsers end lines their own way, and take line ends out of single lines. */
    private static String asBrowsersSend(Field field, String text) {
        boolean single = !(field.kind() instanceof Kind.Lines || field.kind() instanceof Kind.Layers);
        String lines = text.replace("\r\n", "\n").strip();
        return single ? lines.replace("\n", "").replace("\r", "") : lines;
    }
}
