/**
 * What all traces have in common, whatever wrote them: spans kept as small rows, traces put together, calls, own work
 * and entry requests counted. Knows no format. Memory does not grow with the file: rows spill to a temporary file.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.trace;
