package dev.tare.intake.dependencies;

import dev.tare.intake.trace.Flow;
import dev.tare.intake.trace.JsonStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Collects the links of any number of files; those of one pair add up. */
final class LinkList {
    private final Flow flow = new Flow();
    private int size;

    Flow flow() {
        return flow;
    }

    /** How many links were read. */
    int size() {
        return size;
    }

    void read(JsonStream json) {
        while (json.nextRoot()) {
            value(json);
        }
    }

    private void value(JsonStream json) {
        JsonParser parser = json.parser();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(json);
            }
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            link(json, parser);
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            throw json.wrong("an object with parent, child and callCount");
        }
    }

    private void link(JsonStream json, JsonParser parser) {
        String parent = "";
        String child = "";
        long calls = -1;
        boolean envelope = false;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            switch (field) {
                case "data" -> {
                    parser.nextToken();
                    value(json);
                    envelope = true;
                }
                case "parent" -> parent = json.nextText() ? parser.getString().strip() : "";
                case "child" -> child = json.nextText() ? parser.getString().strip() : "";
                case "callCount" -> calls = json.nextNumber();
                default -> json.skip();
            }
        }
        if (!envelope) {
            if (parent.isEmpty() || child.isEmpty() || calls < 0) {
                throw json.wrong("parent, child and callCount");
            }
            flow.add(parent, child, calls);
            size++;
        }
    }
}
