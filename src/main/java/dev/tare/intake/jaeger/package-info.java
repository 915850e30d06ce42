/** Jaeger's traces as JSON: as its pages and API write them, bare, or as its storage does. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.jaeger;
