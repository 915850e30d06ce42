/**
 * Tells who asked to be told: a budget was crossed, the tare rose. Judges kept figures, keeps what is new as alerts, and
 * hands these out as feeds. Never weighs an estate itself.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.review.alerts;
