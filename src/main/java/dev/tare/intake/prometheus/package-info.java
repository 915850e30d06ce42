/** A Prometheus server: what a mesh and a tracing backend count between services, and what containers use. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.prometheus;
