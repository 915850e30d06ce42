/** Bills of materials, read by the libraries of their makers: packages for the services whose images hold them. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.sbom;
