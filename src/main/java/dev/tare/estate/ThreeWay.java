package dev.tare.estate;

import dev.tare.estate.Change.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a change of one part back, field by field: a field that still stands as the change left it becomes what it was, any
 * other stays. Of a list, what the change put in goes and what it took out comes back.
 */
record ThreeWay(String kind, String name, List<Step> steps, List<Step> kept) {
    private static final int SHOWN = 200;
    private static final String PROVENANCE = "provenance";

    <T> T merged(Class<T> type, T was, T became, T now) {
        if (now.equals(became)) {
            explain("", Json.tree(now), Json.tree(was));
            return was;
        }
        JsonNode merged = merged("", Json.tree(was), Json.tree(became), Json.tree(now));
        return Json.value(merged == null ? JsonNodeFactory.instance.objectNode() : merged, type);
    }

    private @Nullable JsonNode merged(String path, @Nullable JsonNode was, @Nullable JsonNode became,
            @Nullable JsonNode now) {
        if (same(was, became) || same(was, now)) {
            return now;
        }
        if (same(became, now)) {
            step(path, now, was);
            return was;
        }
        if (isKind(was, became, now, true)) {
            return object(path, was, became, now);
        }
        if (isKind(was, became, now, false)) {
            return list(path, was, became, now);
        }
        kept.add(new Step(kind, name, path, text(now), text(was)));
        return now;
    }

    /** Whether all that is there are objects, or all are lists. */
    private static boolean isKind(@Nullable JsonNode was, @Nullable JsonNode became, @Nullable JsonNode now,
            boolean objects) {
        for (JsonNode one : new JsonNode[]{ or(was, objects), or(became, objects), or(now, objects) }) {
            if (objects ? !one.isObject() : !one.isArray()) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode or(@Nullable JsonNode node, boolean object) {
        return node != null
                ? node
                : object ? JsonNodeFactory.instance.objectNode() : JsonNodeFactory.instance.arrayNode();
    }

    private @Nullable JsonNode object(String path, @Nullable JsonNode was, @Nullable JsonNode became,
            @Nullable JsonNode now) {
        Set<String> fields = new LinkedHashSet<>();
        or(now, true).propertyNames().forEach(fields::add);
        or(was, true).propertyNames().forEach(fields::add);
        or(became, true).propertyNames().forEach(fields::add);
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            JsonNode value = merged(path.isEmpty() ? field : path + "." + field, or(was, true).get(field),
                    or(became, true).get(field), or(now, true).get(field));
            if (value != null) {
                merged.set(field, value);
            }
        }
        return merged.isEmpty() ? null : merged;
    }

    private @Nullable JsonNode list(String path, @Nullable JsonNode was, @Nullable JsonNode became,
            @Nullable JsonNode now) {
        List<JsonNode> left = items(now);
        List<JsonNode> came = items(became);
        items(was).forEach(came::remove);
        List<JsonNode> gone = items(was);
        items(became).forEach(gone::remove);
        boolean all = true;
        for (JsonNode one : came) {
            all &= left.remove(one);
        }
        left.addAll(gone);
        if (!all && !path.equals(PROVENANCE)) {
            kept.add(new Step(kind, name, path, text(now), text(was)));
        } else {
            step(path, now, or(was, false));
        }
        ArrayNode merged = JsonNodeFactory.instance.arrayNode();
        merged.addAll(left);
        return merged.isEmpty() ? null : merged;
    }

    private static List<JsonNode> items(@Nullable JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        or(list, false).forEach(items::add);
        return items;
    }

    /** What becomes of a part that goes back as a whole. */
    private void explain(String path, @Nullable JsonNode now, @Nullable JsonNode then) {
        if (same(now, then)) {
            return;
        }
        if (isKind(now, then, null, true)) {
            Set<String> fields = new LinkedHashSet<>();
            or(now, true).propertyNames().forEach(fields::add);
            or(then, true).propertyNames().forEach(fields::add);
            fields.forEach(field -> explain(path.isEmpty() ? field : path + "." + field, or(now, true).get(field),
                    or(then, true).get(field)));
        } else {
            step(path, now, then);
        }
    }

    private void step(String path, @Nullable JsonNode now, @Nullable JsonNode then) {
        if (!path.equals(PROVENANCE)) {
            steps.add(new Step(kind, name, path, text(now), text(then)));
        }
    }

    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one == null ? other == null : one.equals(other);
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        String text = node == null ? null : node.isString() ? node.asString() : node.toString();
        return text == null || text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
