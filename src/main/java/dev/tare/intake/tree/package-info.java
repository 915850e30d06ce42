/**
 * Text as a tree that remembers its lines: YAML and JSON, within limits no input escapes. Knows no format and no file;
 * whoever asks adds the file's name to a {@link dev.tare.intake.tree.MalformedText}.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.tree;
