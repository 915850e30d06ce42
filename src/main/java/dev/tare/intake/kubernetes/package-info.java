/** Kubernetes manifests, YAML or JSON, rendered: workloads become services, the hosts they name become calls. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.kubernetes;
