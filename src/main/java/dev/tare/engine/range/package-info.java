/**
 * What it means for a figure that assumptions are ranges: from evaluations at several sets of assumption values,
 * their bounds or draws from between them, to the figure with its own.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.engine.range;
