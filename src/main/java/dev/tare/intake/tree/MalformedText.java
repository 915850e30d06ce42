package dev.tare.intake.tree;

import org.jspecify.annotations.Nullable;

/** Text that cannot be read, and the place where that shows. */
public class MalformedText extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Integer line;
    private final @Nullable String path;
    private final String expected;
    private final String found;

    MalformedText(@Nullable Integer line, @Nullable String path, String expected, String found) {
        super("expected " + expected + ", found " + found);
        this.line = line;
        this.path = path;
        this.expected = expected;
        this.found = found;
    }

    /** Counted from 1. */
    public @Nullable Integer line() {
        return line;
    }

    /** The keys that lead there. */
    public @Nullable String path() {
        return path;
    }

    /** What should have stood there. */
    public String expected() {
        return expected;
    }

    /** What stood there. */
    public String found() {
        return found;
    }
}
