package dev.tare.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something an import noticed.
 *
 * @param severity how much it matters
 * @param code     a stable name for programs
 * @param file     where, when one file is meant
 * @param line     counted from 1
 * @param path     the place inside the file
 * @param message  what was seen, in plain words
 * @param action   what to do about it, when there is something to do
 */
@JsonInclude(Include.NON_NULL)
public record Finding(Severity severity, String code, @Nullable String file, @Nullable Integer line,
        @Nullable String path, String message, @Nullable String action) {
    /** How much a finding matters. */
    public enum Severity {
        /** Good to know. */
        @JsonProperty("info")
        INFO,
        /** A figure may be off. */
        @JsonProperty("warning")
        WARNING,
        /** Something was left out that should count. */
        @JsonProperty("error")
        ERROR
    }

    /** A finding about the import as a whole. */
    public static Finding of(Severity severity, String code, String message, @Nullable String action) {
        return new Finding(severity, code, null, null, null, message, action);
    }

    /** The same finding at a place. */
    public Finding at(String where, int atLine, @Nullable String atPath) {
        return new Finding(severity, code, where, atLine, atPath, message, action);
    }
}
