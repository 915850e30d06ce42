package dev.tare.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input was read, but is wrong: a 422 that names each place, what was expected there and what was found. */
public class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /**
     * One wrong place.
     *
     * @param file     name of the file, where there are files
     * @param line     line in it, from 1
     * @param path     place in the document, such as {@code services[3].cpu.request}
     * @param expected what would have been right
     * @param found    what stood there
     */
    public record Problem(@Nullable String file, @Nullable Integer line, @Nullable String path, String expected,
            @Nullable String found) {
        /** A wrong place in a document that is not a file. */
        public static Problem at(String path, String expected, @Nullable String found) {
            return new Problem(null, null, path, expected, found);
        }
    }

    /** A sentence for people, and the places. */
    public Invalid(String message, List<Problem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /** The HTTP status to answer with: 422, or a sharper word for what was wrong. */
    public int status() {
        return 422;
    }

    /** Where and what, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
