package dev.tare.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tare.estate.EstateDocument;
import dev.tare.intake.Merged.Item;
import dev.tare.intake.cost.Bill;
import java.util.List;
import java.util.UUID;

/** What an import did, or would do when it is a dry run. */
public record Outcome(UUID id, boolean applied, List<FileRead> files, EstateDocument draft, List<Item> added,
        List<Item> changed, List<Item> unchanged, List<Finding> findings,
        @JsonInclude(Include.NON_EMPTY) List<Bill> bills) {
    /** Lists are copied. */
    public Outcome {
        bills = List.copyOf(bills);
        files = List.copyOf(files);
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        findings = List.copyOf(findings);
    }
}
