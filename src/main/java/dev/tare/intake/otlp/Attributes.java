package dev.tare.intake.otlp;

import dev.tare.intake.trace.JsonStream;
import dev.tare.intake.trace.Tags;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonParser;

/** Reads lists of attributes: keys and typed values. */
final class Attributes {
    private final JsonStream json;
    private final JsonParser parser;
    private String text = "";

    Attributes(JsonStream json) {
        this.json = json;
        this.parser = json.parser();
    }

    /** All of them, for the few that a resource has. */
    void read(BiConsumer<String, String> each) {
        if (!json.nextList()) {
            return;
        }
        while (json.nextItem()) {
            String key = "";
            text = "";
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                switch (field) {
                    case "key" -> key = json.nextText() ? parser.getString() : "";
                    case "value" -> value();
                    default -> json.skip();
                }
            }
            each.accept(key, text);
        }
    }

    /** Those that tags know, for the many that spans have. */
    void read(Tags tags) {
        if (!json.nextList()) {
            return;
        }
        while (json.nextItem()) {
            tags.begin();
            boolean keyed = false;
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                if (field.equals("key")) {
                    json.nextText();
                    tags.key(json);
                    keyed = true;
                } else if (field.equals("value") && tags.wants(keyed)) {
                    value();
                    tags.value(text);
                } else {
                    json.skip();
                }
            }
        }
    }

    /** A value of a simple type; lists and maps are passed over. */
    private void value() {
        text = "";
        if (json.nextObject()) {
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                if (parser.nextToken().isScalarValue()) {
                    text = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
        }
    }
}
