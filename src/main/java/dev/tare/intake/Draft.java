package dev.tare.intake;

import dev.tare.estate.EstateDocument;
import java.util.List;

/** What the files say, before anything is applied: an estate document, what was read, and what people should know. */
public record Draft(EstateDocument document, List<FileRead> files, List<Finding> findings) {
    /** Lists are copied. */
    public Draft {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }
}
