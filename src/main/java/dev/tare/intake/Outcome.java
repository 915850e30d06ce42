package dev.tare.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tare.estate.EstateDocument;
import dev.tare.intake.Merged.Item;
import dev.tare.intake.cost.Bill;
import dev.tare.intake.names.Proposal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do when it is a dry run.
 *
 * @param estate of a dry run, the estate as it would be
 * @param alike  services that look like one; somebody has to say whether they are
 */
public record Outcome(UUID id, boolean applied, List<FileRead> files, EstateDocument draft,
        @JsonInclude(Include.NON_NULL) @Nullable EstateDocument estate, List<Item> added,
        List<Item> changed, List<Item> unchanged, List<Finding> findings,
        @JsonInclude(Include.NON_EMPTY) List<Bill> bills,
        @JsonInclude(Include.NON_EMPTY) List<Proposal> alike) {
    /** Lists are copied. */
    public Outcome {
        bills = List.copyOf(bills);
        alike = List.copyOf(alike);
        files = List.copyOf(files);
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        findings = List.copyOf(findings);
    }
}
