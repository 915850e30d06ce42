package dev.tare.review.costs;

import java.util.Arrays;
import java.util.Optional;

/** What money is divided by. */
enum By {
    /** Who owns the services. */
    TEAM("team", "Team"),
    /** What runs. */
    SERVICE("service", "Service"),
    /** The parts of the tare, and the net. */
    LINE("line", "Line");

    private final String id;
    private final String head;

    By(String id, String head) {
        this.id = id;
        this.head = head;
    }

    /** As it is written in addresses. */
    String id() {
        return id;
    }

    /** Above a column of them. */
    String head() {
        return head;
    }

    /** What one of them opens into. */
    By across() {
        return this == LINE ? SERVICE : LINE;
    }

    static Optional<By> of(String id) {
        return Arrays.stream(values()).filter(by -> by.id.equals(id)).findFirst();
    }
}
