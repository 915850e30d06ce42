package dev.tare.review.history;

import dev.tare.estate.Estates.Snapshot;
import dev.tare.review.Kept;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A state of an estate to compare from or with.
 *
 * @param state the estate then
 * @param kept  the figures taken then; absent where none were
 * @param note  what is to be known about the choice; empty for nothing
 */
record Point(Snapshot state, @Nullable Kept kept, String note) {
    /** Figures that were taken then. */
    Optional<Kept> figures() {
        return Optional.ofNullable(kept);
    }
}
