/** Compose files: services, the hosts they name as calls, start-up order apart. Merged, extended and filled in as Compose does. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.compose;
