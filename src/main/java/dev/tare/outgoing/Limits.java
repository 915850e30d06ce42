package dev.tare.outgoing;

import java.time.Duration;

/**
 * How much of other systems is taken at once.
 *
 * @param connect until a connection stands
 * @param read    between two packets
 * @param total   for one answer, from the request to its last byte
 * @param all     for all answers together
 * @param bytes   of one answer, unpacked
 * @param sum     of all answers together, unpacked
 */
public record Limits(Duration connect, Duration read, Duration total, Duration all, long bytes, long sum) {
    /** For what somebody waits for and wants all of. */
    static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMinutes(2),
            Duration.ofMinutes(10), 256L << 20, 2L << 30);
    /** For what only has to be taken note of. */
    public static final Limits BRIEF = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10),
            Duration.ofSeconds(15), Duration.ofMinutes(2), 1L << 20, 32L << 20);
}
