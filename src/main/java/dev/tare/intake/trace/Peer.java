package dev.tare.intake.trace;

/** What stands at the far end of a span, as far as the span says. */
public enum Peer {
    /** A service or a host. */
    HOST,
    /** A database or cache. */
    DATA_STORE,
    /** A broker of messages. */
    BROKER;

    private static final Peer[] ALL = values();

    static Peer of(int ordinal) {
        return ALL[ordinal];
    }
}
