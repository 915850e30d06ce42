/** What changed in an estate between two moments, told to people, programs and pull requests. Must not weigh by itself. */
@org.jspecify.annotations.NullMarked
package dev.tare.review.history;
