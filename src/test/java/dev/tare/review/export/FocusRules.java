package dev.tare.review.export;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What FOCUS asks of columns together, as {@code review/focus-1.3.yaml} has it. */
record FocusRules(JsonNode together, JsonNode oneForOne) {
    static FocusRules read() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                FocusRules.class.getResourceAsStream("/review/focus-1.3.yaml"))) {
            JsonNode all = YAMLMapper.builder().build().readTree(in);
            return new FocusRules(all.get("together"), all.get("one for one"));
        }
    }

    /** Each rule that a row breaks: its name and the row's number. */
    List<String> broken(List<Map<String, String>> rows) {
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (JsonNode rule : together) {
                if (fits(rule.path("when"), rows.get(i)) && isBroken(rule, rows.get(i))) {
                    broken.add(rule.get("name").asString() + ": row " + i);
                }
            }
        }
        oneForOne.properties().forEach(pair -> broken.addAll(several(pair.getKey(), pair.getValue().asString(), rows)));
        return broken;
    }

    private static boolean fits(JsonNode when, Map<String, String> row) {
        return when.properties().stream().allMatch(column -> column.getValue().valueStream()
                .anyMatch(value -> value.asString().equals(row.get(column.getKey()))));
    }

    private static boolean isBroken(JsonNode rule, Map<String, String> row) {
        boolean unfilled = columns(rule, "filled").anyMatch(column -> row.get(column).isEmpty());
        boolean unemptied = columns(rule, "empty").anyMatch(column -> !row.get(column).isEmpty());
        boolean never = rule.path("not").properties().stream()
                .anyMatch(column -> column.getValue().asString().equals(row.get(column.getKey())));
        return unfilled || unemptied || never || columns(rule, "equal")
                .map(column -> new BigDecimal(row.get(column)).stripTrailingZeros()).distinct().count() > 1;
    }

    private static Stream<String> columns(JsonNode rule, String part) {
        return rule.path(part).valueStream().map(JsonNode::asString);
    }

    private static List<String> several(String column, String other, List<Map<String, String>> rows) {
        Map<String, String> known = new HashMap<>();
        return rows.stream().filter(row -> {
            String first = known.putIfAbsent(row.get(column), row.get(other));
            return first != null && !first.equals(row.get(other));
        }).map(row -> column + ": both " + known.get(row.get(column)) + " and " + row.get(other)).toList();
    }
}
