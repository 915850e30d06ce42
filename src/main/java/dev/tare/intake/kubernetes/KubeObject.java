package dev.tare.intake.kubernetes;

import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.tree.Tree;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One object of a manifest, and the file it came from. */
record KubeObject(String file, Tree body) {
    /** Where objects live that name no namespace. */
    private static final String DEFAULT_NAMESPACE = "default";

    String kind() {
        return body.value("kind").orElse("");
    }

    /** The API group; empty for the core. */
    String group() {
        String version = body.value("apiVersion").orElse("");
        return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    }

    String name() {
        return body.value("metadata", "name").or(() -> body.value("metadata", "generateName")).orElseThrow(
                () -> wrong(body.at("metadata"), "metadata.name", "a name", "none"));
    }

    /** The namespace as written. */
    @Nullable
    String namespace() {
        return body.value("metadata", "namespace").orElse(null);
    }

    /** The namespace it lives in. */
    String home() {
        return body.value("metadata", "namespace").orElse(DEFAULT_NAMESPACE);
    }

    int line() {
        return body.line();
    }

    Tree at(String... path) {
        return body.at(path);
    }

    /** Labels, selectors and the like: texts by name. */
    static Map<String, String> texts(Tree mapping) {
        Map<String, String> texts = new TreeMap<>();
        mapping.entries().forEach((key, value) -> value.value().ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    String label() {
        return kind() + " " + name();
    }

    Finding finding(Severity severity, String code, String message, @Nullable String action) {
        return Finding.of(severity, code, message, action).at(file, line(), null);
    }

    ImportFailed wrong(Tree place, String path, String expected, String found) {
        return ImportFailed.at(file, place.line() > 0 ? place.line() : line(), path, expected, found);
    }
}
