/** Backstage catalogues: components become services, owners teams; what goes through an API becomes a call. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.backstage;
