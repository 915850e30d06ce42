package dev.tare.review.alerts;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Where an estate's alerts are sent.
 *
 * @param secret signs what is sent; 32 random bytes
 */
record Webhook(UUID id, String slug, URI url, byte[] secret, Instant createdAt) {}
