package dev.tare.comparison.web;

import dev.tare.comparison.AdviceQuestion;
import dev.tare.comparison.AdviceQuestion.Slowest;
import dev.tare.engine.MergeQuestion.Aim;
import dev.tare.engine.MergeQuestion.Teams;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Advice as an address asks for it; what is left empty is not asked. */
record AdviceRequest(@Nullable String objective, @Nullable String weight, @Nullable String preset,
        @Nullable String teams, @Nullable String teamPrice, @Nullable String memoryAtMost, List<String> p99AtMost,
        List<List<String>> apart, List<List<String>> together) {
    static final String NEVER = "never";
    static final String PRICED = "priced";
    static final String FREE = "free";
    /** What {@link #NEVER} was called at first. */
    private static final String HARD = "hard";
    private static final String COST = "cost";
    private static final String P99 = "p99";
    static final String WEIGHTED = "weighted";

    /** Read as it was written: a comma stands between services, never between parameters. */
    static AdviceRequest of(MultiValueMap<String, String> asked) {
        Written written = new Written(asked);
        return new AdviceRequest(written.one("objective"), written.one("weight"), written.one("preset"),
                written.one("teams"), written.one("teamPrice"), written.one("memoryAtMost"), written.all("p99AtMost"),
                written.sets("apart", "apartFrom"), written.sets("together", "togetherWith"));
    }

    /** The question, money in this currency, or {@link Invalid} with everything that is wrong. */
    AdviceQuestion question(String currency) {
        List<Problem> problems = new ArrayList<>();
        TypedRules typed = new TypedRules(currency, problems);
        AdviceQuestion question = new AdviceQuestion(preset, aim(typed, problems), sharing(typed, problems),
                memoryAtMost == null ? null : typed.memory("memoryAtMost", memoryAtMost), times(typed),
                sets("apart", apart, 2, "two services, as in a,b", problems),
                sets("together", together, Integer.MAX_VALUE, "two services or more, as in a,b", problems));
        if (!problems.isEmpty()) {
            throw new Invalid("There is no advice on this.", problems);
        }
        return question;
    }

    boolean priced() {
        return PRICED.equals(teams) || teams == null && teamPrice != null;
    }

    private Aim aim(TypedRules typed, List<Problem> problems) {
        oneOf("objective", objective, List.of(COST, P99, WEIGHTED), problems);
        if (WEIGHTED.equals(objective)) {
            return Aim.both(typed.money("weight", weight));
        }
        return P99.equals(objective) ? Aim.P99 : Aim.COST;
    }

    private Teams sharing(TypedRules typed, List<Problem> problems) {
        if (!HARD.equals(teams)) {
            oneOf("teams", teams, List.of(NEVER, PRICED, FREE), problems);
        }
        if (priced()) {
            if (P99.equals(objective)) {
                problems.add(Problem.at("teamPrice", "an objective in money to set it against", P99));
            }
            return Teams.priced(typed.money("teamPrice", teamPrice));
        }
        return FREE.equals(teams) ? Teams.FREE : Teams.APART;
    }

    /** A time, or an entry point and a time as in {@code frontend: 200 ms}. */
    private List<Slowest> times(TypedRules typed) {
        List<Slowest> times = new ArrayList<>();
        for (int i = 0; i < p99AtMost.size(); i++) {
            String written = p99AtMost.get(i);
            int colon = written.lastIndexOf(':');
            String entry = colon < 0 ? null : written.substring(0, colon).strip();
            times.add(new Slowest(entry, typed.time("p99AtMost[" + i + "]", written.substring(colon + 1))));
        }
        return times;
    }

    private static void oneOf(String path, @Nullable String written, List<String> words, List<Problem> problems) {
        if (written != null && !words.contains(written)) {
            problems.add(Problem.at(path, String.join(" or ", words), written));
        }
    }

    private static List<List<String>> sets(String path, List<List<String>> sets, int most, String expected,
            List<Problem> problems) {
        for (int i = 0; i < sets.size(); i++) {
            List<String> names = sets.get(i);
            if (names.size() < 2 || names.size() > most || names.contains("")) {
                problems.add(Problem.at(path + "[" + i + "]", expected, String.join(",", names)));
            }
        }
        return sets;
    }
}
