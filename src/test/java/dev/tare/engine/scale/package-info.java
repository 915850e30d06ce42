/**
 * A made-up estate of the size and the shape of a published one, for tests and benchmarks that need scale. Knows the
 * engine's door records and nothing else.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.engine.scale;
