/**
 * Registries of OCI images: what an image's manifest says of its layers. The registry client is an existing library; it
 * knows no host but {@link dev.tare.intake.registry.Gateway}, which hands its requests to the guarded way out.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.registry;
