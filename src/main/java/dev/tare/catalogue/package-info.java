/** The six axes, presets and assumptions with their sources, read from YAML and checked at start. Holds data; computes nothing. */
@org.jspecify.annotations.NullMarked
package dev.tare.catalogue;
