package dev.tare.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tare.estate.EstateDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An estate with a draft joined into it, what that did to it, and what it left alone. */
public record Merged(EstateDocument document, List<Item> added, List<Item> changed, List<Item> unchanged,
        List<Finding> findings) {
    /** Lists are copied. */
    public Merged {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        findings = List.copyOf(findings);
    }

    /**
     * One thing the draft speaks of.
     *
     * @param kind service, team, call, startup-order, entry, external or today
     * @param name a service's name; a call or start-up order as {@code a → b}
     */
    @JsonInclude(Include.NON_EMPTY)
    public record Item(String kind, String name, List<Change> changes) {}

    /** A field's value before and after; absent before when new, absent after when dropped. */
    @JsonInclude(Include.NON_NULL)
    public record Change(String field, @Nullable String from, @Nullable String to) {}

    /** Whether applying it would change anything. */
    public boolean changesNothing() {
        return added.isEmpty() && changed.isEmpty();
    }
}
