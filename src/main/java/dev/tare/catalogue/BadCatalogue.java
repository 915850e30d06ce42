package dev.tare.catalogue;

/** A catalogue file is wrong: the program does not start with it. Names the file and the entry. */
class BadCatalogue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadCatalogue(String file, String entry, String message) {
        super(file + (entry.isEmpty() ? "" : ": " + entry) + ": " + message);
    }

    BadCatalogue(String file, String message, Throwable cause) {
        super(file + ": " + message, cause);
    }
}
