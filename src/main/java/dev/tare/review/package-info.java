/** What is kept of a weighing and what leaves the house: exports in formats that others read. Must not weigh by itself. */
@org.jspecify.annotations.NullMarked
package dev.tare.review;
