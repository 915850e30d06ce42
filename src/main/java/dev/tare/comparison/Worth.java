package dev.tare.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan saves against today once every assumption varies: in the estate's currency a month, or in milliseconds
 * where time was to be least. Today and plan are weighed under the same draws.
 *
 * @param saving  over the draws; absent where nothing was drawn
 * @param cheaper share of the draws in which the plan is the better one, a tie counting half; NaN where nothing was drawn
 * @param least   what it has to save at least to be worth the trouble
 * @param path    what each plan of the path saves against today, over the draws; empty where only the best was drawn
 * @param draws   how often every assumption was drawn
 */
public record Worth(@Nullable Quantiles saving, double cheaper, double least, List<Quantiles> path, int draws) {
    /** The list is copied. */
    public Worth {
        path = List.copyOf(path);
    }
}
