package dev.tare.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * An image whose size is known.
 *
 * @param pattern       reference without registry; {@code *} stands for any characters
 * @param compressed    bytes transferred, absent when not known
 * @param unpacked      bytes on disk, absent when not known
 * @param compressedKey key of the assumption behind {@code compressed}
 * @param unpackedKey   key of the assumption behind {@code unpacked}
 * @param language      language family it usually carries, absent for none
 */
public record KnownImage(String pattern, @Nullable Double compressed, @Nullable Double unpacked,
        @Nullable String compressedKey, @Nullable String unpackedKey, @Nullable String language) {
    /** Whether a reference such as {@code docker.io/library/node:22-alpine@sha256:…} is this image. */
    public boolean matches(String reference) {
        String bare = reference.replaceFirst("@.*$", "").replaceFirst("^[^/]*[.:][^/]*/", "").replaceFirst("^library/",
                "");
        String tagged = bare.contains(":") ? bare : bare + ":latest";
        String asRegex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
        return tagged.matches(asRegex);
    }
}
