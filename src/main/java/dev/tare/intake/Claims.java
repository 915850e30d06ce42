package dev.tare.intake;

import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Provenance that says which value an import wrote: {@code replicas = 3 (Deployment cart, line 12)}. While the value
 * still stands as claimed, a later import of that format may replace it; once somebody typed another, it may not.
 */
public final class Claims {
    private static final String IS = " = ";
    private static final String NAME = "name" + IS;

    private Claims() {}

    /**
     * The service with a claim on each of its fields.
     *
     * @param notes what to add, by field name; the note under the empty name is for all other fields
     */
    public static Service stamp(Service service, String format, String file, Map<String, String> notes) {
        List<Provenance> claims = new ArrayList<>(service.provenance());
        Fields fields = Fields.of(service);
        fields.leaves().forEach((path, value) -> claims.add(of(format, file, path, value, notes)));
        return fields.as(Service.class, Map.of("aliases", service.aliases(), "provenance", claims));
    }

    private static Provenance of(String format, String file, List<String> path, JsonNode value,
            Map<String, String> notes) {
        String field = Fields.name(path);
        String note = notes.getOrDefault(field, notes.getOrDefault("", ""));
        String claim = field + IS + Fields.brief(value);
        return new Provenance(format, file, note.isEmpty() ? claim : claim + " (" + note + ")");
    }

    /** A claim on one field, for readers that write thousands of services of few fields. */
    public static Provenance of(String format, String file, String field, Object value, String note) {
        String text = value instanceof Double number ? Fields.text(number) : Fields.brief(Fields.node(value));
        return new Provenance(format, file, field + IS + text + (note.isEmpty() ? "" : " (" + note + ")"));
    }

    /** Claims on what an import counted of a call; absent numbers claim nothing. */
    public static List<Provenance> ofCall(String format, String file, @Nullable Double perRequest,
            @Nullable Long observed, @Nullable String mode, String note) {
        List<Provenance> claims = new ArrayList<>(3);
        claims.add(perRequest == null
                ? new Provenance(format, file, note)
                : of(format, file, "perRequest", perRequest, note));
        if (observed != null) {
            claims.add(new Provenance(format, file, "observedCalls" + IS + observed));
        }
        if (mode != null) {
            claims.add(new Provenance(format, file, "mode" + IS + mode));
        }
        return claims;
    }

    /** Whether an entry tells people something that the value itself does not. */
    public static boolean isTelling(Provenance entry) {
        String detail = Objects.requireNonNullElse(entry.detail(), "");
        return !detail.startsWith("observedCalls" + IS) && !detail.startsWith("mode" + IS);
    }

    /** Whether an entry claims that the field has the value. */
    static boolean claims(Provenance entry, List<String> path, JsonNode value) {
        String detail = Objects.requireNonNullElse(entry.detail(), "");
        String claim = Fields.name(path) + IS + Fields.brief(value);
        return detail.equals(claim) || detail.startsWith(claim + " (");
    }

    /** Whether an entry claims any value of the field. */
    static boolean isAbout(Provenance entry, List<String> path) {
        return Objects.requireNonNullElse(entry.detail(), "").startsWith(Fields.name(path) + IS);
    }

    /** The formats that claim anything here. */
    static Stream<String> formats(List<Provenance> entries) {
        return entries.stream().map(Provenance::format).filter(Objects::nonNull).distinct();
    }

    /** The name that an entry claims; none when it claims another field. */
    static @Nullable String name(Provenance entry) {
        String detail = Objects.requireNonNullElse(entry.detail(), "");
        int note = detail.indexOf(" (");
        return detail.startsWith(NAME) ? detail.substring(NAME.length(), note < 0 ? detail.length() : note) : null;
    }

    /** Whether any import knew this service under the name. */
    static boolean knownAs(Service service, String name) {
        return service.provenance().stream().anyMatch(entry -> name.equals(name(entry)));
    }
}
