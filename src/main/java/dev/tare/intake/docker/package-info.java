/** What Docker and its kin print of images: manifests, inspections, lists, layer analyses. Bytes and digests, no layers' contents. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.docker;
