package dev.tare.intake.live;

import java.time.Duration;

/**
 * How much of one system an import takes.
 *
 * @param connect until a connection stands
 * @param read    between two packets
 * @param total   for one answer, from the request to its last byte
 * @param all     for all answers together
 * @param bytes   of one answer, unpacked
 * @param sum     of all answers together, unpacked
 */
record Limits(Duration connect, Duration read, Duration total, Duration all, long bytes, long sum) {
    static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMinutes(2),
            Duration.ofMinutes(10), 256L << 20, 2L << 30);
}
