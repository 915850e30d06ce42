/**
 * Which services to merge: searches the groupings of an estate for the one that weighs least and still keeps every
 * rule, and lays out the whole path from one unit each to all in one. Knows groupings, rules and an
 * {@link dev.tare.engine.advice.Objective}; it must not know a price: what a grouping weighs comes from the engine, and
 * a grouping is always weighed as a whole plan.
 *
 * <p>Small estates are answered exactly (every permitted grouping is weighed); mid-sized ones exactly for the objective
 * taken apart into {@link dev.tare.engine.advice.Terms}, by branch and price; beyond that by merging and moving
 * greedily, with a proven lower bound stated beside the answer.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.engine.advice;
