package dev.tare.comparison;

import dev.tare.engine.MergeQuestion.Aim;
import dev.tare.engine.MergeQuestion.Teams;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which services to merge, as somebody asks it; money in the estate's currency.
 *
 * @param preset     the shape; absent for the estate's own
 * @param aim        what to make least of
 * @param teams      whether teams may share a unit, and at what price
 * @param memory     most bytes the services of one process may ask for together; absent for no limit
 * @param times      how long slow requests may take
 * @param apart      pairs of services never to share one
 * @param together   sets of services always to share one
 */
public record AdviceQuestion(@Nullable String preset, Aim aim, Teams teams, @Nullable Double memory,
        List<Slowest> times, List<List<String>> apart, List<List<String>> together) {
    /** What is asked unless somebody says otherwise: the least cost of today's shape, teams apart. */
    public static final AdviceQuestion USUAL = new AdviceQuestion(null, Aim.COST, Teams.APART, null, List.of(),
            List.of(), List.of());

    /**
     * The longest 99 of 100 requests may take.
     *
     * @param entry the service of one entry point; absent for each by itself
     * @param ms    milliseconds
     */
    public record Slowest(@Nullable String entry, double ms) {}

    /** Lists are copied. */
    public AdviceQuestion {
        times = List.copyOf(times);
        apart = apart.stream().map(List::copyOf).toList();
        together = together.stream().map(List::copyOf).toList();
    }

    /** Whether the rules and the aim are those of the grouping {@code advised}. */
    public boolean usual() {
        return new AdviceQuestion(null, aim, teams, memory, times, apart, together).equals(USUAL);
    }
}
