package dev.tare.intake;

import dev.tare.estate.EstateDocument;

/** What an import is given to read: files that were handed over, or a running system to ask. */
public interface Given {
    /** Reads it, for an estate as it stands. */
    Draft read(Intake intake, EstateDocument estate);

    /** Where it tells how far it has come. */
    Progress progress();
}
