package dev.tare.outgoing;

import dev.tare.site.Invalid;
import java.util.List;

/** Another system was not asked, or gave no answer that can be used; the place is its address. */
public final class NotReached extends Invalid {
    private static final long serialVersionUID = 1L;

    private NotReached(String sentence, Problem problem) {
        super(sentence, List.of(problem));
    }

    /** What was expected of an address, and what was found instead. */
    public static NotReached at(String address, String expected, String found) {
        return new NotReached(address + ": expected " + expected + ", found " + found + ".",
                new Problem(address, null, null, expected, found));
    }
}
