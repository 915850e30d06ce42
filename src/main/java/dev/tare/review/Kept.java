package dev.tare.review;

import java.time.Instant;
import java.util.Locale;

/**
 * The figures of an estate as they were taken at a moment.
 *
 * @param version   the version of the estate
 * @param statedAt  when that version came to be
 * @param takenAt   when its figures were taken
 * @param words     what they were taken for, such as a decision; empty where it was for the history
 * @param model     by which program and catalogue
 */
public record Kept(long id, String slug, long version, Instant statedAt, Instant takenAt, Reason reason, String words,
        Model model, Standing standing) {
    /** Why figures were taken. */
    public enum Reason {
        /** The estate changed, and the change has settled. */
        CHANGE,
        /** A day went by. */
        DAILY,
        /** The catalogue or the program is another than before. */
        MODEL,
        /** Somebody asked for them. */
        ASKED,
        /** A decision rests on them. */
        DECISION;

        static Reason of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What figures rest on beside the estate: two with the same model come to the same figures.
     *
     * @param program   the version of this program
     * @param catalogue a fingerprint of all assumptions
     */
    public record Model(String program, String catalogue) {}
}
