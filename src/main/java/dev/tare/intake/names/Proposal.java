package dev.tare.intake.names;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Two services that look like one. Somebody has to say whether they are.
 *
 * @param id   made of the two names, so that an answer finds its question again
 * @param name the service that would go
 * @param into the service it would become part of
 * @param as   what the one is called afterwards: {@code into}, or the plain name when both are versions of it
 * @param why  what speaks for it, the strongest first, each to be read behind "{@code name} looks like {@code as}:"
 */
public record Proposal(String id, String name, String into, String as, List<String> why) {
    /** The list is copied. */
    public Proposal {
        why = List.copyOf(why);
    }

    static Proposal of(String name, String into, String as, List<String> why) {
        return new Proposal(id(name, into), name, into, as, why);
    }

    /** The same for the two names in either order. */
    public static String id(String one, String other) {
        String both = one.compareTo(other) < 0 ? one + "\n" + other : other + "\n" + one;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
