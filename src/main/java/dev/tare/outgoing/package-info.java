/**
 * The only way out: what this program asks of other systems, it asks through {@link dev.tare.outgoing.Outgoing}, which
 * connects to nothing that {@link dev.tare.outgoing.Guard} does not let pass. Knows no feature; never keeps credentials.
 */
@org.jspecify.annotations.NullMarked
package dev.tare.outgoing;
