package dev.tare.intake.backstage;

import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One document of a catalogue, and the file it came from. */
record Entity(String file, Tree body) {
    String kind() {
        return body.value("kind").orElse("");
    }

    String name() {
        return body.value("metadata", "name").filter(name -> !name.isBlank()).orElseThrow(
                () -> wrong(body.at("metadata"), "metadata.name", "a name", "none"));
    }

    Reference reference() {
        return new Reference(kind().toLowerCase(Locale.ROOT), namespace(), name().toLowerCase(Locale.ROOT));
    }

    String namespace() {
        return body.value("metadata", "namespace").orElse(Reference.DEFAULT_NAMESPACE).toLowerCase(Locale.ROOT);
    }

    String type() {
        return body.value("spec", "type").orElse("").toLowerCase(Locale.ROOT);
    }

    Optional<String> annotation(String name) {
        return body.value("metadata", "annotations", name).filter(text -> !text.isBlank());
    }

    /** The entities a relation names; one may stand without a list. */
    List<Reference> references(String relation, String kind) {
        Tree written = body.at("spec", relation);
        if (written instanceof Tree.Mapping) {
            throw wrong(written, "spec." + relation, "a list of entity references", "a mapping");
        }
        return Stream.concat(written.value().stream(), written.items().stream().flatMap(item -> item.value().stream()))
                .filter(text -> !text.isBlank()).map(text -> Reference.of(text, kind, namespace())).distinct().toList();
    }

    String label() {
        return kind() + " " + name();
    }

    Finding finding(Severity severity, String code, String message, @Nullable String action) {
        return Finding.of(severity, code, message, action).at(file, body.line(), null);
    }

    private ImportFailed wrong(Tree place, String path, String expected, String found) {
        int line = place.line() > 0 ? place.line() : body.line();
        return ImportFailed.at(file, line, path, expected, found);
    }

    /** Each is one of its kind: comparing whole documents would be costly and would say nothing. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
