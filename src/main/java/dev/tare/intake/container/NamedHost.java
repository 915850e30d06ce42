package dev.tare.intake.container;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A host a setting names.
 *
 * @param host lower case, without a trailing dot
 * @param port where one was given
 * @param form how it was named, which decides how far it is to be believed
 */
public record NamedHost(String host, @Nullable Integer port, Form form) {
    /** How a host was named. */
    public enum Form {
        /** {@code scheme://host}. */
        URL,
        /** {@code host:port}. */
        HOST_AND_PORT,
        /** {@code Host=name;} in a connection string, or a setting that says it is a host. */
        SETTING,
        /** Words of a command: {@code nc host 5672}, {@code -h host}. */
        WORDS
    }

    private static final Set<String> NO_NAMES = Set.of("true", "false", "yes", "no", "on", "off", "none", "null",
            "auto", "default", "enabled", "disabled", "dns", "env");

    /** Surely a host even when nothing is known by its name; a word of a command may be no host, nor may a number be its port. */
    public boolean isSurelyAHost() {
        return switch (form) {
            case URL -> true;
            case SETTING -> !NO_NAMES.contains(host);
            case HOST_AND_PORT -> port != null && port >= 1024 || host.contains(".");
            case WORDS -> false;
        };
    }

    /** The machine itself, or a number that is no name. */
    public boolean isLocal() {
        return host.equals("localhost") || host.endsWith(".localhost") || host.equals("0.0.0.0")
                || host.matches("127(\\.\\d+){3}") || host.matches("[\\d]+");
    }
}
