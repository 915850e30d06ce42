/** The dependency lists of Jaeger and Zipkin: who called whom how often. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.dependencies;
