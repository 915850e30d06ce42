package dev.tare.estate;

import java.time.Instant;

/**
 * A version of an estate, as its log has it.
 *
 * @param at   when it came to be
 * @param kept whether its document can still be had
 */
public record Revision(long version, Instant at, Cause cause, boolean kept) {}
