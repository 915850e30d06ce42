/**
 * What an estate costs month by month, by team, service and line, against budgets. Reads kept figures and never weighs
 * anything but the estate as it stands.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.review.costs;
