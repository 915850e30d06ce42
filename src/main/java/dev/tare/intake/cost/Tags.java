package dev.tare.intake.cost;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tags in one field: JSON, also without its brackets as Azure exports them, a list of keys and values, or
 * {@code app=cart; env=prod}.
 */
final class Tags {
    private static final int MOST = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Tags() {}

    /** As labels; what is no tag is left out. */
    static Map<String, String> labels(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        String bare = text.strip();
        if (bare.startsWith("{") || bare.startsWith("[")) {
            json(bare, tags);
        } else if (bare.matches("(?s)\"[^\"]*\"\\s*:.*")) {
            json("{" + bare + "}", tags);
        } else {
            pairs(bare, tags);
        }
        return tags;
    }

    private static void json(String text, Map<String, String> tags) {
        try {
            JsonNode node = JSON.readTree(text);
            node.properties().forEach(tag -> put(tags, tag.getKey(), tag.getValue().asString("")));
            for (JsonNode tag : node.isArray() ? node : JSON.createArrayNode()) {
                put(tags, word(tag, "key", "Key"), word(tag, "value", "Value"));
            }
        } catch (JacksonException noTags) {
            // Tags only help to match; a row whose tags cannot be read is still money.
        }
    }

    private static String word(JsonNode tag, String name, String other) {
        return tag.path(name).asString(tag.path(other).asString(""));
    }

    private static void pairs(String text, Map<String, String> tags) {
        for (String pair : text.split("[;,|]")) {
            String[] parts = pair.split("[=:]", 2);
            if (parts.length == 2) {
                put(tags, parts[0].strip(), parts[1].strip());
            }
        }
    }

    /** Adds a tag under its bare key: AWS writes {@code user:} or {@code user_} before those that users set. */
    static void put(Map<String, String> tags, String key, String value) {
        String bare = key.startsWith("user:") || key.startsWith("user_") ? key.substring(5) : key;
        if (!bare.isBlank() && !value.isBlank() && tags.size() < MOST) {
            tags.put(Label.TAG + bare, value.strip());
        }
    }
}
