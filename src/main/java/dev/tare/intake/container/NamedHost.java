package dev.tare.intake.container;

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
}
