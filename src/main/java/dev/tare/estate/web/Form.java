package dev.tare.estate.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** What stands in a form, field by field as typed; rows as {@code calls[0].to}. */
record Form(Map<String, String> values) {
    /** What the part said when the form was opened, as JSON; empty for a new part. */
    static final String OPENED = "opened";
    /** Place a row had when the form was opened; empty for a new row. */
    static final String ORIGIN = "origin";
    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d{1,6})]\\.(.+)");

    Form {
        values = new LinkedHashMap<>(values);
    }

    static Form of(MultiValueMap<String, String> parameters) {
        return new Form(parameters.toSingleValueMap());
    }

    String value(String path) {
        return values.getOrDefault(path, "").strip();
    }

    String opened() {
        return value(OPENED);
    }

    Form with(String path, String value) {
        Form changed = new Form(values);
        changed.values.put(path, value);
        return changed;
    }

    /** The rows of a list in their order, each field by its own name. */
    List<Map<String, String>> rows(String list) {
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        values.forEach((path, value) -> {
            Matcher row = ROW.matcher(path);
            if (row.matches() && row.group(1).equals(list)) {
                rows.computeIfAbsent(Integer.valueOf(row.group(2)), _ -> new LinkedHashMap<>()).put(row.group(3),
                        value);
            }
        });
        return List.copyOf(rows.values());
    }

    /** The same with other rows in a list, numbered anew. */
    Form withRows(String list, List<Map<String, String>> rows) {
        Form changed = new Form(values.entrySet().stream().filter(entry -> !entry.getKey().startsWith(list + "["))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new)));
        for (int i = 0; i < rows.size(); i++) {
            String prefix = list + "[" + i + "].";
            rows.get(i).forEach((field, value) -> changed.values.put(prefix + field, value));
        }
        return changed;
    }

    static boolean isBlank(Map<String, String> row) {
        return row.entrySet().stream().filter(field -> !field.getKey().equals(ORIGIN))
                .allMatch(field -> field.getValue().isBlank() || field.getValue().equals("false"));
    }
}
