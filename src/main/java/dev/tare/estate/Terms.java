package dev.tare.estate;

import java.util.List;

/** The closed sets of words a document may use. */
public final class Terms {
    /** As documents write them. */
    public static final List<String> ISOLATION = List.of("none", "tenant", "untrusted", "regulated");
    /** As documents write them. */
    public static final List<String> LOAD = List.of("steady", "bursty", "scheduled", "stateful");
    /** As documents write them. */
    public static final List<String> ROLE = List.of("mesh", "logging", "metrics", "security", "secrets", "config",
            "database",
            "other");
    /** As documents write them. */
    public static final List<String> CALL = List.of("call", "startup-order");
    /** As documents write them. */
    public static final List<String> MODE = List.of("sequential", "parallel", "async");
    /** As documents write them. */
    public static final List<String> GROUPING = List.of("one-each", "per-team", "all-in-one", "advised");

    /** As documents write them. */
    public static final List<String> KEEP = List.of(EstateDocument.Lock.APART, EstateDocument.Lock.TOGETHER);

    private Terms() {}
}
