package dev.tare.comparison.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tare.comparison.Advised;
import dev.tare.engine.Advice;
import dev.tare.engine.Blocker;
import dev.tare.engine.Evidence;
import dev.tare.engine.MergeAdvice.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Advice as tools get it; money in the estate's currency a month.
 *
 * @param objective cost or p99: what the savings, the bound and the weight are in
 * @param exact     whether no permitted grouping weighs less
 * @param method    how the optimum was found: enumerated, priced or greedy
 * @param weight    what the optimum weighs
 * @param bound     what no permitted grouping weighs less than, where that is proven
 * @param optimum   the number of units of the plan advised: each number of units stands on the path once at most
 * @param knee      the number of units after which a merge saves less than those before it on average
 * @param today     what runs now
 * @param path      from one unit each to all in one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdviceAnswer(String currency, String period, String objective, String shape, boolean exact, String method,
        double weight, @Nullable Double bound, int optimum, int knee, Now today, List<Step> path) {
    /** What runs now; staying is the advice where no permitted plan weighs less. */
    record Now(int units, double gross, double p99Ms, boolean stay, Map<String, List<String>> grouping,
            List<Split> splits) {}

    /** A service that would save by leaving its unit. */
    record Split(String service, double saving) {}

    /** A whole plan; {@code saving} is what it weighs less than the one before, {@code merges} the merges since. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(int units, double gross, double p99Ms, List<String> merged, double saving, int merges,
            boolean permitted, @Nullable Evidence evidence, List<Blocked> blockers,
            Map<String, List<String>> grouping) {}

    /** A rule the merge breaks, the services that show it, and the limit where it is one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Blocked(String rule, List<String> services, @Nullable Double found, @Nullable Double limit,
            String words) {}

    static AdviceAnswer of(Advised advised) {
        Advice advice = advised.merges().advice();
        Advice.Today today = advice.today();
        Plan now = advised.merges().today();
        List<Split> splits = today.splits().stream()
                .map(split -> new Split(advised.services().get(split.service()), split.saving())).toList();
        return new AdviceAnswer(advised.currency(), "month", Merged.id(advised.question().aim()), advised.shape(),
                advice.exact(), advice.method().name().toLowerCase(Locale.ROOT), advice.weight(),
                stated(advice.bound()), advice.path().get(advice.best()).units(),
                advice.path().get(advice.knee()).units(),
                new Now(advised.unitsToday(), now.gross(), now.p99Ms(), today.stay(),
                        advised.written(advised.today()), splits),
                IntStream.range(0, advice.path().size()).mapToObj(i -> step(advised, i)).toList());
    }

    private static Step step(Advised advised, int position) {
        Advice.Step step = advised.merges().advice().path().get(position);
        Plan plan = advised.merges().path().get(position);
        boolean first = step.a() < 0;
        return new Step(step.units(), plan.gross(), plan.p99Ms(),
                first ? List.of() : List.of(advised.services().get(step.a()), advised.services().get(step.b())),
                step.saving(), step.merges(), step.permitted(), first ? null : step.evidence(),
                step.blockers().stream().map(blocker -> blocked(advised, blocker)).toList(),
                advised.written(step.grouping()));
    }

    private static Blocked blocked(Advised advised, Blocker blocker) {
        return new Blocked(Merged.id(blocker.reason()), Merged.services(advised, blocker), stated(blocker.found()),
                stated(blocker.limit()), Merged.words(advised, blocker));
    }

    private static @Nullable Double stated(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
