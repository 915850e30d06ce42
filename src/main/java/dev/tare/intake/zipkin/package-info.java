/** Zipkin's spans as JSON, version 2 and version 1: lists of spans, lists of traces, values one after another. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.zipkin;
