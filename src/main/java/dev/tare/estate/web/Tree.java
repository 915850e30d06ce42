package dev.tare.estate.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values at dotted paths of a document's part. */
final class Tree {
    private Tree() {}

    /** The value there, or nothing. */
    static @Nullable JsonNode at(ObjectNode part, String path) {
        JsonNode node = part;
        for (String step : path.split("\\.")) {
            node = node.get(step);
            if (node == null || node.isNull()) {
                return null;
            }
        }
        return node;
    }

    /** Puts a value there; nothing takes it away, and with it whatever is left empty above. */
    static void put(ObjectNode part, String path, @Nullable JsonNode value) {
        put(part, path.split("\\."), value);
    }

    private static void put(ObjectNode part, String[] path, @Nullable JsonNode value) {
        if (path.length == 1) {
            set(part, path[0], value);
            return;
        }
        ObjectNode inner = part.get(path[0]) instanceof ObjectNode there
                ? there
                : JsonNodeFactory.instance.objectNode();
        put(inner, Arrays.copyOfRange(path, 1, path.length), value);
        set(part, path[0], inner.isEmpty() ? null : inner);
    }

    private static void set(ObjectNode part, String field, @Nullable JsonNode value) {
        if (value == null) {
            part.remove(field);
        } else {
            part.set(field, value);
        }
    }
}
