package dev.tare.estate.rest;

import dev.tare.estate.Fingerprint;
import dev.tare.site.Conflict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The version a program last saw, as it sends it in {@code If-Match}; {@code *} stands for any. */
record Match(@Nullable String header) {
    private static final String ANY = "*";

    /** Refuses a request that does not say which version it is about. */
    Match required() {
        if (header == null || header.isBlank()) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_REQUIRED,
                    "Send the ETag you last read as If-Match, so that nobody else's change is overwritten.");
        }
        return this;
    }

    /** The version meant, given the one that is current. */
    long version(long current, String name) {
        if (isAny() || tag().equals(Long.toString(current))) {
            return current;
        }
        try {
            return Long.parseLong(tag());
        } catch (NumberFormatException e) {
            throw new Conflict("'" + name + "' is at version " + current + ", not " + header + ".",
                    Long.toString(current));
        }
    }

    /** Refuses when a version was sent and the part no longer is what it was then. */
    void mustMatch(String name, Object part) {
        String current = Fingerprint.of(part);
        if (header != null && !isAny() && !tag().equals(current)) {
            throw new Conflict("'" + name + "' was changed by someone else since you read it.", current);
        }
    }

    private boolean isAny() {
        return ANY.equals(header);
    }

    private String tag() {
        return String.valueOf(header).strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", "");
    }
}
