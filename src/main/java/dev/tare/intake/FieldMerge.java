package dev.tare.intake;

import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.intake.Merged.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Joins what an estate says of one thing with what an import says of it, field by field. A field that is empty is
 * filled; a value an earlier import of the same format wrote is replaced, or dropped when the import no longer has it;
 * any other value was typed, or came from elsewhere: it stays and is reported.
 */
final class FieldMerge {
    private final Fields fields;
    private final List<Provenance> provenance;
    private final List<Provenance> evidence;
    private final Set<String> formats;
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> kept = new ArrayList<>();

    FieldMerge(Object current, List<Provenance> provenance, Object draft, List<Provenance> evidence) {
        this.fields = Fields.of(current);
        this.provenance = new ArrayList<>(provenance);
        this.evidence = evidence;
        this.formats = Claims.formats(evidence).collect(Collectors.toSet());
        Map<List<String>, JsonNode> read = Fields.of(draft).leaves();
        read.forEach(this::take);
        new HashSet<>(fields.leaves().keySet()).stream().filter(path -> !read.containsKey(path)).forEach(this::drop);
        addEvidence(read);
    }

    private void take(List<String> path, JsonNode value) {
        JsonNode current = fields.leaves().get(path);
        if (current == null) {
            set(path, null, value);
        } else if (!Fields.text(current).equals(Fields.text(value))) {
            if (isOurs(path, current)) {
                set(path, current, value);
            } else if (!path.equals(List.of("name"))) {
                kept.add(new Change(Fields.name(path), Fields.brief(current), Fields.brief(value)));
            }
        }
    }

    private void set(List<String> path, @Nullable JsonNode from, JsonNode to) {
        changes.add(new Change(Fields.name(path), from == null ? null : Fields.brief(from), Fields.brief(to)));
        fields.leaves().put(path, to);
        forget(path);
        evidence.stream().filter(entry -> Claims.claims(entry, path, to)).forEach(provenance::add);
    }

    private void drop(List<String> path) {
        JsonNode current = Objects.requireNonNull(fields.leaves().get(path));
        if (isOurs(path, current)) {
            changes.add(new Change(Fields.name(path), Fields.brief(current), null));
            fields.leaves().remove(path);
            forget(path);
        }
    }

    private boolean isOurs(List<String> path, JsonNode current) {
        return provenance.stream().filter(entry -> formats.contains(entry.format()))
                .anyMatch(entry -> Claims.claims(entry, path, current));
    }

    private void forget(List<String> path) {
        provenance.removeIf(entry -> formats.contains(entry.format()) && Claims.isAbout(entry, path));
    }

    /** Evidence that claims no field, such as the variable a call was read from, is kept beside what is there. */
    private void addEvidence(Map<List<String>, JsonNode> read) {
        for (Provenance entry : evidence) {
            boolean claim = read.keySet().stream().anyMatch(path -> Claims.isAbout(entry, path));
            boolean known = provenance.stream().anyMatch(other -> Objects.equals(other.format(), entry.format())
                    && Objects.equals(other.detail(), entry.detail()));
            if (!claim && !known) {
                provenance.add(entry);
                changes.add(new Change("provenance", null, String.valueOf(entry.detail())));
            }
        }
    }

    <T> T as(Class<T> type, List<String> aliases) {
        return fields.as(type, Map.of("aliases", aliases, "provenance", provenance));
    }

    <T> T as(Class<T> type) {
        return fields.as(type, Map.of("provenance", provenance));
    }

    List<Change> changes() {
        return changes;
    }

    List<Change> kept() {
        return kept;
    }
}
