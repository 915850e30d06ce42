package dev.tare.storage;

import java.io.Serial;

/** The data cannot be kept: what is wrong, and what the person starting tare can do about it. */
final class StorageFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String action;

    StorageFailure(String description, String action) {
        super(description);
        this.action = action;
    }

    StorageFailure(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    String action() {
        return action;
    }
}
