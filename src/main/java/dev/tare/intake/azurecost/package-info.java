/** Costs as Azure exports them: actual and amortised cost, Enterprise Agreement usage files, in any language. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.azurecost;
