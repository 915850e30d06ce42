package dev.tare.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import that was applied: its files, when, and how many things it added, changed and left as they were.
 *
 * @param undoable whether what it changed is known, so that it can be taken back
 * @param undoneAt when it was taken back; absent while it stands
 */
@JsonInclude(Include.NON_NULL)
public record PastImport(UUID id, String files, Instant at, int added, int changed, int unchanged, boolean undoable,
        @Nullable Instant undoneAt) {}
