package dev.tare.review.alerts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is sent, as Standard Webhooks 1.0 has it: HMAC-SHA256 over id, moment and body, so that a receiver can tell
 * who sent it and that it is not an old one sent again.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** As receivers are given it. */
    static String written(byte[] secret) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** The headers that go with a body. */
    static Map<String, String> headers(byte[] secret, String id, Instant now, String body) {
        String at = Long.toString(now.getEpochSecond());
        return Map.of("Webhook-Id", id, "Webhook-Timestamp", at, "Webhook-Signature",
                "v1," + Base64.getEncoder().encodeToString(mac(secret, id + "." + at + "." + body)));
    }

    private static byte[] mac(byte[] secret, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
