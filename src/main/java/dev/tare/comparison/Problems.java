package dev.tare.comparison;

import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.List;

/** Gathers everything that is wrong with a question, so that all of it can be said at once. */
final class Problems {
    private final List<Problem> all = new ArrayList<>();

    void at(String path, String expected, String found) {
        all.add(Problem.at(path, expected, found));
    }

    int count() {
        return all.size();
    }

    /** Throws {@link Invalid} with these words when anything is wrong. */
    void refuse(String words) {
        if (!all.isEmpty()) {
            throw new Invalid(words, all);
        }
    }

    /** A field below a path. */
    static String below(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
