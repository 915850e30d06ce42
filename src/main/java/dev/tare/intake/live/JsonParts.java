package dev.tare.intake.live;

import dev.tare.outgoing.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.ObjectReadContext;

/** Looks into answers of any length without holding them. */
public final class JsonParts {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonParts() {}

    /**
     * How many elements a list has.
     *
     * @param field the field of the outermost object that holds it; empty when the list is all there is
     * @return -1 when there is no such list, or it is no JSON
     */
    public static int count(Answer answer, String field) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), answer.body())) {
            JsonToken first = parser.nextToken();
            if (field.isEmpty()) {
                return first == JsonToken.START_ARRAY ? elements(parser) : -1;
            }
            if (first != JsonToken.START_OBJECT) {
                return -1;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (name.equals(field)) {
                    return value == JsonToken.START_ARRAY ? elements(parser) : value == JsonToken.VALUE_NULL ? 0 : -1;
                }
                parser.skipChildren();
            }
            return -1;
        } catch (JacksonException notJson) {
            return -1;
        }
    }

    private static int elements(JsonParser parser) {
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY
                && token != null; token = parser.nextToken()) {
            parser.skipChildren();
            count++;
        }
        return count;
    }
}
