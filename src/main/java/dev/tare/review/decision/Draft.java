package dev.tare.review.decision;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants kept of a decision.
 *
 * @param supersedes the number of a record whose place it takes
 */
record Draft(String title, Status status, @Nullable Integer supersedes, Wording wording) {}
