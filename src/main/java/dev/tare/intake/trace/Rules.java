package dev.tare.intake.trace;

/** How traces of a format hang together where spans are missing or say little. */
public enum Rules {
    /** A span whose parent is missing hangs nowhere; a server span inside one of the same service is the same request. */
    PLAIN,
    /**
     * As Zipkin's own linker: a server span whose parent is missing counts as called by the trace's root, and a server
     * span below another of the same service as the service calling itself.
     */
    ZIPKIN
}
