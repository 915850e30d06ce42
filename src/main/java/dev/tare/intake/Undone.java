package dev.tare.intake;

import dev.tare.estate.Change.Step;
import java.util.List;
import java.util.UUID;

/**
 * An import taken back, or what that would do.
 *
 * @param version of the estate this speaks of
 * @param steps   what goes, comes back or becomes what it was
 * @param kept    what was edited since, and stays
 */
public record Undone(UUID id, String files, long version, List<Step> steps, List<Step> kept) {
    /** Lists are copied. */
    public Undone {
        steps = List.copyOf(steps);
        kept = List.copyOf(kept);
    }
}
