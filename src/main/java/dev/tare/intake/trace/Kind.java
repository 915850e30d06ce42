package dev.tare.intake.trace;

/** A span's side of a call. */
public enum Kind {
    /** Work inside a service, or nothing said. */
    NONE,
    /** The one that calls and waits. */
    CLIENT,
    /** The one that is called. */
    SERVER,
    /** The one that sends a message. */
    PRODUCER,
    /** The one that gets a message. */
    CONSUMER;

    private static final Kind[] ALL = values();

    static Kind of(int ordinal) {
        return ALL[ordinal];
    }
}
