package dev.tare.review.decision;

import dev.tare.comparison.web.Sheet;
import dev.tare.review.Kept;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision rested on, kept as it was and never changed again.
 *
 * @param at      when it was frozen
 * @param address of the comparison
 * @param model   by which program and catalogue
 * @param graphs  by option its calls, laid over those of the first, as SVG; none in records of earlier versions
 */
record Frozen(Instant at, String address, Kept.Model model, Sheet sheet, @Nullable List<String> graphs) {
    /** The calls of an option, or nothing where they were not kept. */
    String graph(int column) {
        return graphs == null || column >= graphs.size() ? "" : graphs.get(column);
    }
}
