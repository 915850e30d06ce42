package dev.tare.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The start of a file, to tell its format by. */
public record Sample(String name, String text) {
    private static final int LENGTH = 1 << 18;

    static Sample of(Upload file) {
        byte[] head = file.head(LENGTH);
        return new Sample(file.name(), new String(head, charset(head)));
    }

    private static Charset charset(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    /** Whether the pattern occurs. */
    public boolean has(Pattern pattern) {
        return pattern.matcher(text).find();
    }
}
