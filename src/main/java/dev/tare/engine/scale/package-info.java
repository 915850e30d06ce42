/**
 * Makes an estate up by the quantiles of a published one, at any size, and says what it looks like. Knows the engine's
 * door records and its graph, and no published figure: those come in.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.engine.scale;
