/**
 * Named patterns in an estate that cost something, one small type for each. A pattern finds its evidence in the graph
 * and in stated facts, and finds its money by weighing the estate again with the smallest change that would remove it;
 * no coefficient and no rule of thumb lives here, and where a figure it needs is not stated it says which.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.engine.finding;
