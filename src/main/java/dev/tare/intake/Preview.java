package dev.tare.intake;

import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.Estates.Snapshot;
import dev.tare.intake.cost.Bill;
import dev.tare.intake.cost.Rule;
import dev.tare.intake.names.Proposal;
import java.util.List;
import java.util.UUID;

/**
 * An import before it is applied: the estate it was compared with, what was read, what it would change, and whose money
 * its bills are by the rules the estate keeps.
 *
 * @param alike services that would look like one afterwards
 */
public record Preview(UUID id, Snapshot estate, Draft draft, Merged merged, List<FoundCall> calls,
        List<Bill> bills, List<Rule> rules, List<Proposal> alike) {
    /** Lists are copied. */
    public Preview {
        bills = List.copyOf(bills);
        rules = List.copyOf(rules);
        alike = List.copyOf(alike);
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
