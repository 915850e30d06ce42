/** The tables of Linkerd's viz extension as JSON: edges, and requests a second. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.linkerd;
