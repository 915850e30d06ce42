package dev.tare.intake;

import dev.tare.estate.EstateDocument;
import dev.tare.intake.cost.Ledger;
import java.util.List;

/**
 * What the files say, before anything is applied: an estate document, what was read, what people should know, and money
 * that has yet to be matched to services.
 */
public record Draft(EstateDocument document, List<FileRead> files, List<Finding> findings, List<Ledger> bills) {
    /** Lists are copied. Drafts from before there were bills have none. */
    public Draft {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        bills = bills == null ? List.of() : List.copyOf(bills);
    }

    /** A draft without money. */
    public Draft(EstateDocument document, List<FileRead> files, List<Finding> findings) {
        this(document, files, findings, List.of());
    }
}
