package dev.tare.intake.registry;

/** Why an image was not read; the others still are. */
final class NotRead extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String expected;
    private final String found;

    /** For programs, and in words: what would have been right, and what was there. */
    NotRead(String code, String expected, String found) {
        super(found);
        this.code = code;
        this.expected = expected;
        this.found = found;
    }

    String code() {
        return code;
    }

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }
}
