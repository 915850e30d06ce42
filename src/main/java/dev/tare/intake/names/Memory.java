package dev.tare.intake.names;

import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a service remembers of having been several: an entry of its provenance for each name that somebody said is its. It
 * travels with the document, so that later imports of the same files join what was joined before.
 */
public final class Memory {
    /** The format such entries carry. */
    public static final String FORMAT = "names";

    private static final String JOINED = "joined = ";
    private static final String BECAUSE = " (";

    private Memory() {}

    /** The entry for a name that was joined. */
    public static Provenance joined(String name, String why) {
        return new Provenance(FORMAT, null, JOINED + name + BECAUSE + why.replace("(", "[") + ")");
    }

    /** The names that were joined into a service. */
    public static Set<String> joined(Service service) {
        return service.provenance().stream().filter(entry -> FORMAT.equals(entry.format()))
                .map(entry -> Objects.requireNonNullElse(entry.detail(), "")).filter(text -> text.startsWith(JOINED))
                .map(text -> text.substring(JOINED.length(), text.contains(BECAUSE)
                        ? text.lastIndexOf(BECAUSE)
                        : text.length()))
                .collect(Collectors.toSet());
    }
}
