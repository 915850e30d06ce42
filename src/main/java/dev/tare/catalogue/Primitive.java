package dev.tare.catalogue;

/**
 * Something the operating system did before containers.
 *
 * @param id   short name options refer to
 * @param name the job, in a word
 * @param did  how the operating system does it
 */
public record Primitive(String id, String name, String did) {}
