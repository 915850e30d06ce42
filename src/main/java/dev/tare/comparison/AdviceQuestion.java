package dev.tare.comparison;

import dev.tare.engine.MergeQuestion.Aim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which services to merge, as somebody asks it.
 *
 * @param preset     the shape; absent for the estate's own
 * @param aim        what to make least of
 * @param teamsApart whether two teams may never share a unit
 * @param apart      pairs of services never to share one
 * @param together   sets of services always to share one
 */
public record AdviceQuestion(@Nullable String preset, Aim aim, boolean teamsApart, List<List<String>> apart,
        List<List<String>> together) {
    /** What is asked unless somebody says otherwise: the least cost of today's shape, teams apart. */
    public static final AdviceQuestion USUAL = new AdviceQuestion(null, Aim.COST, true, List.of(), List.of());

    /** Lists are copied. */
    public AdviceQuestion {
        apart = apart.stream().map(List::copyOf).toList();
        together = together.stream().map(List::copyOf).toList();
    }

    /** Whether the rules and the aim are those of the grouping {@code advised}. */
    public boolean usual() {
        return new AdviceQuestion(null, aim, teamsApart, apart, together).equals(USUAL);
    }
}
