package dev.tare.estate;

import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.util.List;
import java.util.function.Supplier;

/** Tells what is wrong with one part from that part's own point of view: {@code cpu.request}, not services[3].cpu.request. */
public final class PartErrors {
    private PartErrors() {}

    /** Runs a change to a part of that list. */
    public static <T> T relativeTo(String list, Supplier<T> change) {
        try {
            return change.get();
        } catch (Invalid wrong) {
            List<Problem> own = wrong.problems().stream().map(problem -> relative(list, problem)).toList();
            Problem first = own.getFirst();
            throw new Invalid("Wrong at " + first.path() + ": expected " + first.expected() + ", found '"
                    + first.found() + "'.", own);
        }
    }

    private static Problem relative(String list, Problem problem) {
        String path = String.valueOf(problem.path()).replaceFirst("^" + list + "\\[\\d+]\\.?", "");
        return new Problem(problem.file(), problem.line(), path, problem.expected(), problem.found());
    }
}
