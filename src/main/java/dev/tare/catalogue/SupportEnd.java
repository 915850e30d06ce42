package dev.tare.catalogue;

import java.time.LocalDate;

/**
 * When the makers of a runtime stop mending a release of it.
 *
 * @param language id of the language family
 * @param release  what versions of that release begin with
 * @param until    the last day
 * @param source   who says so
 * @param locator  where in the source
 */
public record SupportEnd(String language, String release, LocalDate until, How how, String asOf, String source,
        String locator) {
    /** Whether a version such as {@code 3.10.4} is of this release; {@code 3.1} is not of {@code 3.10}. */
    boolean covers(String version) {
        String bare = version.startsWith("v") ? version.substring(1) : version;
        return bare.equals(release) || bare.startsWith(release + ".") || bare.startsWith(release + "-")
                || bare.startsWith(release + "u");
    }
}
