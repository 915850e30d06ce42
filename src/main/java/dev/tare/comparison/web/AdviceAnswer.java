package dev.tare.comparison.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tare.comparison.Advised;
import dev.tare.comparison.Quantiles;
import dev.tare.engine.Advice;
import dev.tare.engine.Blocker;
import dev.tare.engine.Evidence;
import dev.tare.engine.MergeAdvice.Plan;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Advice as tools get it; money in the estate's currency a month.
 *
 * @param objective cost, p99 or weighted: what the savings, the bound and the weight are in
 * @param verdict   change, obey (today breaks a rule), stay, stay-for-little, stay-unsure, or none (no plan found keeps the
 *                  limit on slow requests)
 * @param exact     whether no permitted grouping weighs less
 * @param method    how the optimum was found: enumerated, priced or greedy
 * @param weight    what the optimum weighs
 * @param bound     what no permitted grouping weighs less than, where that is proven
 * @param optimum   the number of units of the plan advised: each number of units stands on the path once at most
 * @param knee      the number of units after which a merge saves less than those before it on average
 * @param today     what runs now
 * @param saving    what the optimum weighs less than today
 * @param levers    what leaving one rule out would save beyond that, the most first
 * @param locksNotKept services set to stay together that this shape keeps apart
 * @param path      from one unit each to all in one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdviceAnswer(String currency, String period, String objective, String verdict, String shape, boolean exact,
        String method,
        double weight, @Nullable Double bound, int optimum, int knee, Now today, Saving saving, List<Lever> levers,
        List<Unkept> locksNotKept, List<Step> path) {
    /** What runs now; staying is the advice where no permitted plan weighs less. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Now(int units, double gross, @Nullable Double p99Ms, boolean permitted, boolean stay,
            Map<String, List<String>> grouping, List<Split> splits) {}

    /**
     * What the optimum saves against today.
     *
     * @param likely             with every assumption at its likely value
     * @param low                one draw of all assumptions in ten saves less
     * @param high               one draw in ten saves more
     * @param probabilityCheaper share of the draws in which the optimum is the better one
     * @param leastWorth         what it has to save to be worth the trouble
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Saving(double likely, @Nullable Double low, @Nullable Double high, @Nullable Double probabilityCheaper,
            double leastWorth, int draws) {}

    /** A rule left out: what the best plan found then weighs, and what that saves more. */
    record Lever(String rule, double weight, double saving) {}

    /** Services that are to stay together, and why they cannot. */
    record Unkept(List<String> services, Blocked why) {}

    /** A service that would save by leaving its unit. */
    record Split(String service, double saving) {}

    /** What 10, 50 and 90 of 100 draws stay below. */
    record Drawn(double low, double middle, double high) {}

    /**
     * A whole plan; {@code saving} is what it weighs less than the one before, {@code merges} the merges since,
     * {@code sharedTeams} the further teams in its units.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(int units, double gross, @Nullable Double p99Ms, List<String> merged, double saving, int merges,
            boolean permitted, int sharedTeams, @Nullable Drawn savesAgainstToday, @Nullable Evidence evidence,
            List<Blocked> blockers,
            Map<String, List<String>> grouping) {}

    /** A rule the merge breaks, the services that show it, and the limit where it is one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Blocked(String rule, List<String> services, @Nullable Double found, @Nullable Double limit,
            String words) {}

    static AdviceAnswer of(Advised advised) {
        Advice advice = advised.merges().advice();
        return new AdviceAnswer(advised.currency(), "month", Merged.id(advised.question().aim()),
                word(advised.verdict()), advised.shape(), advice.exact(), word(advice.method()), advice.weight(),
                stated(advice.bound()), advice.path().get(advice.best()).units(),
                advice.path().get(advice.knee()).units(), now(advised), saving(advised),
                advised.merges().levers().stream()
                        .map(lever -> new Lever(Merged.id(lever.rule()), lever.weight(), lever.saving())).toList(),
                advised.unkept().stream().map(lock -> new Unkept(lock.services(), blocked(advised, lock.why())))
                        .toList(),
                IntStream.range(0, advice.path().size()).mapToObj(i -> step(advised, i)).toList());
    }

    private static Now now(Advised advised) {
        Advice.Today today = advised.merges().advice().today();
        Plan plan = advised.merges().today();
        List<Split> splits = today.splits().stream()
                .map(split -> new Split(advised.services().get(split.service()), split.saving())).toList();
        return new Now(advised.unitsToday(), plan.gross(), stated(plan.p99Ms()), today.permitted(),
                advised.verdict().stay(), advised.written(advised.today()), splits);
    }

    private static Saving saving(Advised advised) {
        Advice advice = advised.merges().advice();
        Quantiles drawn = advised.worth().saving();
        return new Saving(advice.today().weight() - advice.weight(), drawn == null ? null : drawn.p10(),
                drawn == null ? null : drawn.p90(), stated(advised.worth().cheaper()), advised.worth().least(),
                advised.worth().draws());
    }

    private static Step step(Advised advised, int position) {
        Advice.Step step = advised.merges().advice().path().get(position);
        Plan plan = advised.merges().path().get(position);
        boolean first = step.a() < 0;
        List<Quantiles> drawn = advised.worth().path();
        return new Step(step.units(), plan.gross(), stated(plan.p99Ms()),
                first ? List.of() : List.of(advised.services().get(step.a()), advised.services().get(step.b())),
                step.saving(), step.merges(), step.permitted(), plan.sharedTeams(),
                drawn.isEmpty() ? null : drawn(drawn.get(position)), first ? null : step.evidence(),
                step.blockers().stream().map(blocker -> blocked(advised, blocker)).toList(),
                advised.written(step.grouping()));
    }

    private static Drawn drawn(Quantiles drawn) {
        return new Drawn(drawn.p10(), drawn.p50(), drawn.p90());
    }

    private static Blocked blocked(Advised advised, Blocker blocker) {
        AdviceWords words = new AdviceWords(advised, new Writer(new Figures(Locale.US), advised.currency()));
        return new Blocked(Merged.id(blocker.reason()), Merged.services(advised, blocker), stated(blocker.found()),
                stated(blocker.limit()), Merged.words(words, blocker));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Double stated(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
