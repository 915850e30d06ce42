package dev.tare.estate.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Puts two versions of a part together by what was chosen for each difference. */
record Resolution(Schema schema, String currency) {
    /** The form to store: mine, with theirs where theirs was chosen, on top of what is stored now. */
    Form resolve(Form mine, ObjectNode theirs) {
        Form stored = new FormWriter(schema, currency).write(theirs);
        Map<String, String> values = new LinkedHashMap<>(mine.values());
        schema.fields().map(Field::path).filter(path -> isTheirs(mine, path))
                .forEach(path -> values.put(path, stored.value(path)));
        values.put(Form.OPENED, stored.opened());
        Form resolved = new Form(values);
        for (Schema.Rows list : schema.lists()) {
            resolved = resolved.withRows(list.path(), rows(list, mine, stored));
        }
        return resolved;
    }

    private static List<Map<String, String>> rows(Schema.Rows list, Form mine, Form stored) {
        Map<String, Map<String, String>> own = Difference.keyed(list, mine);
        Map<String, Map<String, String>> theirs = Difference.keyed(list, stored);
        Set<String> keys = new LinkedHashSet<>(theirs.keySet());
        keys.addAll(own.keySet());
        List<Map<String, String>> rows = new ArrayList<>();
        for (String key : keys) {
            Map<String, String> row = isTheirs(mine, list.path() + ":" + key) ? theirs.get(key) : own.get(key);
            if (row != null) {
                Map<String, String> kept = new LinkedHashMap<>(row);
                kept.put(Form.ORIGIN, theirs.getOrDefault(key, Map.of()).getOrDefault(Form.ORIGIN, ""));
                rows.add(kept);
            }
        }
        return rows;
    }

    private static boolean isTheirs(Form mine, String name) {
        return mine.value(Difference.CHOOSE + name).equals(Difference.THEIRS);
    }
}
