package dev.tare.estate;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why an estate was changed.
 *
 * @param words     what people called it, such as the files of an import; may be empty
 * @param reference the id of what made the change, by which the change can be found again
 */
public record Cause(Kind kind, String words, @Nullable String reference) {
    private static final int LONGEST = 300;

    /** Somebody changed it on a page or over the API. */
    public static final Cause EDIT = new Cause(Kind.EDIT, "", null);
    /** It did not exist before. */
    static final Cause CREATED = new Cause(Kind.CREATED, "", null);

    /** Kinds of change. */
    public enum Kind {
        /** The estate is new. */
        CREATED,
        /** By hand, or by a program over the API. */
        EDIT,
        /** From files or from a running system. */
        IMPORT,
        /** An import was taken back. */
        UNDO,
        /** The estate is older than its history. */
        START;

        static Kind of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Words are cut where nobody reads on. */
    public Cause {
        words = words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }

    /** An edit that has a name, such as "Took up advice". */
    public static Cause edit(String words) {
        return new Cause(Kind.EDIT, words, null);
    }

    /** An import of these files or from this system. */
    public static Cause imported(String from, UUID id) {
        return new Cause(Kind.IMPORT, from, id.toString());
    }

    /** An import of these files or from this system, taken back. */
    public static Cause undone(String from, UUID id) {
        return new Cause(Kind.UNDO, from, "undo:" + id);
    }
}
