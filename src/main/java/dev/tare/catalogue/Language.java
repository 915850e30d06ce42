package dev.tare.catalogue;

import java.util.List;

/**
 * A language family and how its processes behave.
 *
 * @param id        as the estate document writes it
 * @param name      on pages
 * @param aliases   other spellings people register
 * @param oneCore   whether one process can use one core only
 * @param memory    key of the bytes an empty process takes
 * @param coldZip   key of a function's cold start from an archive
 * @param coldImage key of a function's cold start from an image
 * @param image     a usual base image
 */
public record Language(String id, String name, List<String> aliases, boolean oneCore, String memory, String coldZip,
        String coldImage, String image) {
    /** Lists are copied. */
    public Language {
        aliases = List.copyOf(aliases);
    }
}
