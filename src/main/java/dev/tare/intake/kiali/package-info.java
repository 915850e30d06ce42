/** Kiali's graph as JSON: what a service mesh saw between workloads, applications or services. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.kiali;
