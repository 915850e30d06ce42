package dev.tare.intake;

/**
 * One file of an import.
 *
 * @param name   as uploaded; a file from an archive as {@code archive.zip/dir/file.yaml}
 * @param format the format found
 * @param read   how many things of that format the file held (Kubernetes: objects)
 */
public record FileRead(String name, String format, int read) {}
