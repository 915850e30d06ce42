package dev.tare.intake;

import dev.tare.site.Invalid;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import refused as a whole: nothing of it was applied. Says where, what was expected and what was found. */
public class ImportFailed extends Invalid {
    private static final long serialVersionUID = 1L;

    /** Why an import is refused. */
    public enum Reason {
        /** Read, but wrong. */
        INVALID,
        /** No reader knows it. */
        UNKNOWN_FORMAT,
        /** Past a limit. */
        TOO_LARGE
    }

    private final Reason reason;

    /** Refuses for the given reason and places. */
    public ImportFailed(Reason reason, List<Problem> problems) {
        super(sentence(problems.getFirst()), problems);
        this.reason = reason;
    }

    /** A file that was read and is wrong at one place. */
    public static ImportFailed at(String file, @Nullable Integer line, @Nullable String path, String expected,
            String found) {
        return new ImportFailed(Reason.INVALID, List.of(new Problem(file, line, path, expected, found)));
    }

    /** A file past a limit. */
    public static ImportFailed tooLarge(String file, String limit) {
        return new ImportFailed(Reason.TOO_LARGE, List.of(new Problem(file, null, null, limit, "more")));
    }

    /** A file that cannot be read at all. */
    public static ImportFailed unreadable(String file, IOException cause) {
        ImportFailed failed = at(file, null, null, "a readable file", String.valueOf(cause.getMessage()));
        failed.initCause(cause);
        return failed;
    }

    private static String sentence(Problem problem) {
        return "Nothing was imported. " + problem.file() + (problem.line() == null ? "" : " line " + problem.line())
                + ": expected " + problem.expected() + ", found " + problem.found() + ".";
    }

    @Override
    public int status() {
        return switch (reason) {
            case INVALID -> 422;
            case UNKNOWN_FORMAT -> 415;
            case TOO_LARGE -> 413;
        };
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
