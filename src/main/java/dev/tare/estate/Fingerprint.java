package dev.tare.estate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a part of an estate said when it was read: two parts that say the same have the same one. */
public final class Fingerprint {
    private static final int BYTES = 10;

    private Fingerprint() {}

    /** Of a part as a document writes it. */
    public static String of(@Nullable Object part) {
        byte[] text = String.valueOf(Json.write(part)).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(digest(text), 0, BYTES);
    }

    private static byte[] digest(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
