/**
 * Decisions and what they rested on: records in the form of MADR whose words people edit and whose figures, once frozen,
 * nobody does. Must not weigh by itself.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.review.decision;
