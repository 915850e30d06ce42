package dev.tare.intake.backstage;

import java.util.Locale;

/** How entities name each other: {@code [kind:][namespace/]name}, whatever the case. */
record Reference(String kind, String namespace, String name) {
    static final String DEFAULT_NAMESPACE = "default";

    /** @param kind what is meant where no kind is written */
    static Reference of(String written, String kind, String namespace) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        int colon = text.indexOf(':');
        String rest = colon < 0 ? text : text.substring(colon + 1);
        int slash = rest.indexOf('/');
        return new Reference(colon < 0 ? kind : text.substring(0, colon),
                slash < 0 ? namespace : rest.substring(0, slash), rest.substring(slash + 1));
    }

    /** As people write it. */
    String label() {
        return kind + " " + (namespace.equals(DEFAULT_NAMESPACE) ? "" : namespace + "/") + name;
    }
}
