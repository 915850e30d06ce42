package dev.tare.estate.web;

import dev.tare.estate.EstateFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Parts of a document as trees, by the same rules by which documents are read and written. */
final class Trees {
    private static final ObjectMapper MAPPER = EstateFormat.JSON.mapper();

    private Trees() {}

    static ObjectNode of(Object part) {
        return (ObjectNode) MAPPER.valueToTree(part);
    }

    static <T> T to(JsonNode tree, Class<T> type) {
        return MAPPER.treeToValue(tree, type);
    }

    static String text(ObjectNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** What a page sent back; anything that is not ours counts as nothing opened. */
    static ObjectNode parsed(@Nullable String text) {
        return text != null && !text.isBlank() && MAPPER.readTree(text) instanceof ObjectNode tree
                ? tree
                : MAPPER.createObjectNode();
    }
}
