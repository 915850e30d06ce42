package dev.tare.site;

/**
 * Something a reader may be looking for.
 *
 * @param kind    what it is, in one or two words: "service", "saved shape"
 * @param name    what it is called
 * @param detail  a few words that tell it from others of the same name; may be empty
 * @param also    other words it is found by; may be empty
 * @param address where it is
 */
public record Find(String kind, String name, String detail, String also, String address) {}
