package dev.tare.review.decision;

import dev.tare.comparison.web.Sheet.Column;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision on record.
 *
 * @param number       counted within its estate
 * @param version      raised by every edit
 * @param supersededBy the number of the record that took its place
 * @param decidedAt    when it was last accepted or rejected
 */
record Decision(String slug, int number, long version, String title, Status status, @Nullable Integer supersededBy,
        @Nullable Instant decidedAt, Instant createdAt, Instant updatedAt, Wording wording, Frozen frozen) {

    /** The scenario decided for, where it is among the columns. */
    Optional<Column> chosen() {
        return frozen.sheet().columns().stream().filter(column -> column.scenario().equals(wording.chosen()))
                .findFirst();
    }

    /** Its place among the columns; the first where the choice is none of them. */
    int column() {
        return chosen().map(frozen.sheet().columns()::indexOf).orElse(0);
    }

    /** Its address. */
    String path() {
        return "/estates/" + slug + "/decisions/" + number;
    }
}
