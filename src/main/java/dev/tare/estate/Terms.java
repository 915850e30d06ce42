package dev.tare.estate;

import java.util.List;

/** The closed sets of words a document may use. */
final class Terms {
    static final List<String> ISOLATION = List.of("none", "tenant", "untrusted", "regulated");
    static final List<String> LOAD = List.of("steady", "bursty", "scheduled", "stateful");
    static final List<String> ROLE = List.of("mesh", "logging", "metrics", "security", "secrets", "config", "database",
            "other");
    static final List<String> CALL = List.of("call", "startup-order");
    static final List<String> MODE = List.of("sequential", "parallel", "async");
    static final List<String> GROUPING = List.of("one-each", "per-team", "all-in-one", "advised");

    private Terms() {}
}
