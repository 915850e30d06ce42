/**
 * Asking systems that run: what every request is held to, and what the sources share. Nothing here goes around
 * {@link dev.tare.intake.live.Guard}, and credentials are neither kept nor written anywhere.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.live;
