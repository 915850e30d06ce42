package dev.tare.intake;

import java.util.Map;
import java.util.Optional;

/** What people said beside the files, by the {@link Question}'s id. */
public record Answers(Map<String, String> values) {
    /** Nobody said anything. */
    public static final Answers NONE = new Answers(Map.of());

    /** The map is copied. */
    public Answers {
        values = Map.copyOf(values);
    }

    /** What was said, when something was. */
    public Optional<String> text(String id) {
        return Optional.ofNullable(values.get(id)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** An answer that is not what was asked for. */
    public ImportFailed wrong(String id, String expected) {
        return ImportFailed.at("the form", null, id, expected, "\"" + text(id).orElse("") + "\"");
    }
}
