package dev.tare.comparison.web;

import dev.tare.comparison.AdviceQuestion;
import dev.tare.engine.MergeQuestion.Aim;
import dev.tare.engine.MergeQuestion.Teams;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Advice as an address asks for it; what is left empty is not asked. */
record AdviceRequest(@Nullable String objective, @Nullable String preset, @Nullable String teams, List<String> apart,
        List<String> together) {
    static final String HARD = "hard";
    static final String FREE = "free";

    /** Read as it was written: a comma stands between services, never between parameters. */
    static AdviceRequest of(MultiValueMap<String, String> asked) {
        return new AdviceRequest(one(asked, "objective"), one(asked, "preset"), one(asked, "teams"),
                all(asked, "apart"), all(asked, "together"));
    }

    /** The question, or {@link Invalid} with everything that is wrong. */
    AdviceQuestion question() {
        List<Problem> problems = new ArrayList<>();
        oneOf("objective", objective, List.of("cost", "p99"), problems);
        oneOf("teams", teams, List.of(HARD, FREE), problems);
        List<List<String>> pairs = sets("apart", apart, 2, "two services, as in a,b", problems);
        List<List<String>> sets = sets("together", together, Integer.MAX_VALUE, "two services or more, as in a,b",
                problems);
        if (!problems.isEmpty()) {
            throw new Invalid("There is no advice on this.", problems);
        }
        return new AdviceQuestion(preset, "p99".equals(objective) ? Aim.P99 : Aim.COST,
                FREE.equals(teams) ? Teams.FREE : Teams.APART, null, List.of(), pairs, sets);
    }

    private static void oneOf(String path, @Nullable String written, List<String> words, List<Problem> problems) {
        if (written != null && !words.contains(written)) {
            problems.add(Problem.at(path, String.join(" or ", words), written));
        }
    }

    private static List<List<String>> sets(String path, List<String> written, int most, String expected,
            List<Problem> problems) {
        List<List<String>> sets = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            List<String> names = Arrays.stream(written.get(i).split(",", -1)).map(String::strip).toList();
            if (names.size() < 2 || names.size() > most || names.contains("")) {
                problems.add(Problem.at(path + "[" + i + "]", expected, written.get(i)));
            }
            sets.add(names);
        }
        return sets;
    }

    private static @Nullable String one(MultiValueMap<String, String> asked, String name) {
        List<String> written = all(asked, name);
        return written.isEmpty() ? null : written.getFirst();
    }

    private static List<String> all(MultiValueMap<String, String> asked, String name) {
        return asked.getOrDefault(name, List.of()).stream().filter(Objects::nonNull).map(String::strip)
                .filter(written -> !written.isEmpty()).toList();
    }
}
