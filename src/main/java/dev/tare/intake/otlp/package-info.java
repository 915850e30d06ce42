/** OpenTelemetry's spans in the JSON of its protocol, as collectors write them to files and as Tempo answers. */
@org.jspecify.annotations.NullMarked
package dev.tare.intake.otlp;
