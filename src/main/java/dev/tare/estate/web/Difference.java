package dev.tare.estate.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something two people say differently about one part.
 *
 * @param name   of the choice in the form
 * @param label  of the field or row
 * @param theirs what is stored now; empty for nothing
 * @param mine   what was typed
 * @param both   whether both changed it; if not, the one who did is right unless told otherwise
 * @param keep   whether mine is the better guess
 */
record Difference(String name, String label, String theirs, String mine, boolean both, boolean keep) {
    static final String CHOOSE = "choose:";
    static final String THEIRS = "theirs";

    /** All differences between what is typed and what is stored, given what was there when the form was opened. */
    static List<Difference> between(Schema schema, String currency, Form mine, ObjectNode theirs) {
        FormWriter writer = new FormWriter(schema, currency);
        Form opened = writer.write(Trees.parsed(mine.opened()));
        Form stored = writer.write(theirs);
        List<Difference> differences = new ArrayList<>();
        schema.fields().forEach(field -> {
            FieldText text = new FieldText(field, currency);
            add(differences, field.path(), field.label(), opened.value(field.path()), stored.value(field.path()),
                    text.canonical(mine.value(field.path())));
        });
        for (Schema.Rows list : schema.lists()) {
            rows(differences, list, currency, opened, stored, mine);
        }
        return differences;
    }

    private static void rows(List<Difference> differences, Schema.Rows list, String currency, Form opened, Form stored,
            Form mine) {
        Map<String, String> was = summaries(list, currency, opened);
        Map<String, String> theirs = summaries(list, currency, stored);
        Map<String, String> own = summaries(list, currency, mine);
        Set<String> keys = new LinkedHashSet<>(theirs.keySet());
        keys.addAll(own.keySet());
        for (String key : keys) {
            String label = list.one() + " " + key.replaceFirst("#0$", "");
            add(differences, list.path() + ":" + key, label, was.getOrDefault(key, ""), theirs.getOrDefault(key, ""),
                    own.getOrDefault(key, ""));
        }
    }

    private static void add(List<Difference> all, String name, String label, String was, String theirs, String mine) {
        if (!theirs.equals(mine)) {
            boolean mineChanged = !mine.equals(was);
            all.add(new Difference(CHOOSE + name, label, theirs, mine, mineChanged && !theirs.equals(was),
                    mineChanged));
        }
    }

    private static Map<String, String> summaries(Schema.Rows list, String currency, Form form) {
        Map<String, String> summaries = new LinkedHashMap<>();
        keyed(list, form).forEach((key, row) -> summaries.put(key, summary(list, currency, row)));
        return summaries;
    }

    private static String summary(Schema.Rows list, String currency, Map<String, String> row) {
        return list.fields().stream().filter(field -> !row.getOrDefault(field.path(), "").isBlank())
                .map(field -> field.label() + " "
                        + new FieldText(field, currency).canonical(row.getOrDefault(field.path(), "")))
                .collect(Collectors.joining(", "));
    }

    /** Rows by the name in their first field, the second of the same name by name#1. */
    static Map<String, Map<String, String>> keyed(Schema.Rows list, Form form) {
        Map<String, Map<String, String>> keyed = new LinkedHashMap<>();
        String name = list.fields().getFirst().path();
        for (Map<String, String> row : form.rows(list.path())) {
            if (!Form.isBlank(row)) {
                String key = row.getOrDefault(name, "").strip();
                int n = 0;
                while (keyed.containsKey(key + "#" + n)) {
                    n++;
                }
                keyed.put(key + "#" + n, row);
            }
        }
        return keyed;
    }
}
