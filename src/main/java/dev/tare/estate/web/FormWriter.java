package dev.tare.estate.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a part into a form, each value as it would be typed. */
record FormWriter(Schema schema, String currency) {
    Form write(ObjectNode tree) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Form.OPENED, Trees.text(tree));
        schema.fields().forEach(field -> values.put(field.path(), text(field, tree)));
        Form form = new Form(values);
        for (Schema.Rows list : schema.lists()) {
            form = form.withRows(list.path(), rows(list, tree));
        }
        return form;
    }

    List<Map<String, String>> rows(Schema.Rows list, ObjectNode tree) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode node : tree.path(list.path())) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put(Form.ORIGIN, Integer.toString(rows.size()));
            list.fields().forEach(field -> row.put(field.path(), text(field, (ObjectNode) node)));
            rows.add(row);
        }
        return rows;
    }

    private String text(Field field, ObjectNode tree) {
        return new FieldText(field, currency).write(Tree.at(tree, field.path()));
    }
}
