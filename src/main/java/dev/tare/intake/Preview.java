package dev.tare.intake;

import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.Estates.Snapshot;
import java.util.List;
import java.util.UUID;

/** An import before it is applied: the estate it was compared with, what was read, and what it would change. */
public record Preview(UUID id, Snapshot estate, Draft draft, Merged merged, List<FoundCall> calls) {
    /** Lists are copied. */
    public Preview {
        calls = List.copyOf(calls);
    }

    /**
     * A call that was read, under the names it has in the estate.
     *
     * @param index    its place in the draft
     * @param kind     call or startup-order
     * @param why      what it was read from
     * @param isNew    not in the estate yet
     * @param leaveOut people left it out of an earlier import
     */
    public record FoundCall(int index, String from, String to, String kind, List<Provenance> why, boolean isNew,
            boolean leaveOut) {}
}
