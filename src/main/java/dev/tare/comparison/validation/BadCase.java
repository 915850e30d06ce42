package dev.tare.comparison.validation;

/** A case's file is wrong: the program does not start with it. */
public final class BadCase extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadCase(String file, String problem) {
        super("validation/" + file + ": " + problem);
    }

    BadCase(String file, Throwable cause) {
        super("validation/" + file + ": " + cause.getMessage(), cause);
    }
}
