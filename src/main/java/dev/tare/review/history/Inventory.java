package dev.tare.review.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What two states of an estate register differently. Where a value came from is no difference.
 *
 * @param estate what is said of the estate as a whole
 */
record Inventory(List<FieldChange> estate, Parts services, Parts calls, Parts entries, Parts teams, Parts external,
        Parts costs, Parts shapes, Parts locks) {
    /** A field that says something else; empty text for nothing. */
    record FieldChange(String field, String before, String after) {}

    /** A part of both states. */
    record Changed(String name, List<FieldChange> fields) {}

    /** Parts of one kind, by name. */
    @JsonInclude(Include.ALWAYS)
    record Parts(List<String> added, List<String> removed, List<Changed> changed) {
        boolean none() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }

        int count() {
            return added.size() + removed.size() + changed.size();
        }
    }

    static Inventory between(EstateDocument before, EstateDocument after) {
        return new Inventory(Fields.changes(about(before), about(after)),
                parts(before.services(), after.services(), Service::name),
                parts(before.calls(), after.calls(), Inventory::name),
                parts(before.entries(), after.entries(), Entry::service),
                parts(before.teams(), after.teams(), Team::name),
                parts(before.external(), after.external(), External::host),
                parts(before.costs(), after.costs(), cost -> Stream.of(cost.category(), cost.source())
                        .map(text -> text == null ? "" : text).reduce((a, b) -> a + " " + b).orElse("").strip()),
                parts(before.shapes(), after.shapes(), SavedShape::name),
                parts(before.locks(), after.locks(), Lock::name));
    }

    /** Whether both register the same. */
    boolean none() {
        return estate.isEmpty() && kinds().values().stream().allMatch(Parts::none);
    }

    /** The parts by what one of them is called. */
    Map<String, Parts> kinds() {
        Map<String, Parts> kinds = new LinkedHashMap<>();
        kinds.put("service", services);
        kinds.put("call", calls);
        kinds.put("entry point", entries);
        kinds.put("team", teams);
        kinds.put("host outside", external);
        kinds.put("cost", costs);
        kinds.put("shape", shapes);
        kinds.put("lock", locks);
        return kinds;
    }

    private static Map<String, String> about(EstateDocument document) {
        return Fields.of(new EstateDocument(EstateDocument.VERSION, document.name(), document.currency(),
                document.today(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private static String name(Call call) {
        return call.from() + " → " + call.to() + ("startup-order".equals(call.kind()) ? " (start-up order)" : "");
    }

    private static <T> Parts parts(List<T> before, List<T> after, Function<T, String> name) {
        Map<String, T> was = named(before, name);
        Map<String, T> is = named(after, name);
        List<Changed> changed = new ArrayList<>();
        is.forEach((key, part) -> {
            T old = was.get(key);
            List<FieldChange> fields = old == null || old.equals(part)
                    ? List.of()
                    : Fields.changes(Fields.of(old), Fields.of(part));
            if (!fields.isEmpty()) {
                changed.add(new Changed(key, fields));
            }
        });
        return new Parts(is.keySet().stream().filter(key -> !was.containsKey(key)).toList(),
                was.keySet().stream().filter(key -> !is.containsKey(key)).toList(), changed);
    }

    /** By name; the second of one name as "name (2)". */
    private static <T> Map<String, T> named(List<T> parts, Function<T, String> name) {
        Map<String, T> named = LinkedHashMap.newLinkedHashMap(parts.size());
        for (T part : parts) {
            String key = name.apply(part);
            for (int n = 2; named.containsKey(key); n++) {
                key = name.apply(part) + " (" + n + ")";
            }
            named.put(key, part);
        }
        return named;
    }
}
