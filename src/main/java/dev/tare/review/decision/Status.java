package dev.tare.review.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a decision stands. */
enum Status {
    PROPOSED, ACCEPTED, REJECTED, DEPRECATED, SUPERSEDED;

    /** As it is kept, written in files and shown. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Status> of(String id) {
        return Arrays.stream(values()).filter(status -> status.id().equals(id)).findFirst();
    }

    /** What people choose; a record is superseded by another that says so. */
    static List<Status> chosen() {
        return List.of(PROPOSED, ACCEPTED, REJECTED, DEPRECATED);
    }

    /** Whether somebody has decided. */
    boolean decided() {
        return this == ACCEPTED || this == REJECTED;
    }
}
