package dev.tare.site;

/** The request could not be read at all: a 400. */
public class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was wrong, as a sentence for people. */
    public Unreadable(String message) {
        super(message);
    }
}
