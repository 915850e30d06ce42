package dev.tare.comparison.web;

import dev.tare.comparison.Grouping;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.Question.Look;
import dev.tare.engine.Measure;
import dev.tare.estate.Changes;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The scenarios a tool asks to be weighed. */
record BillsRequest(@Nullable List<@Nullable Scenario> scenarios, @Nullable Integer draws, @Nullable Long seed,
        @Nullable Boolean calibrated) {
    private static final int MOST_SCENARIOS = 100;
    private static final int MOST_DRAWS = 100_000;
    private static final int MOST_PAIRED = 4;

    /**
     * One of them: a preset, a shape kept with the estate or one option per axis; none for what runs today, as it is or
     * with something of the estate taken to be otherwise.
     */
    record Scenario(@Nullable String name, @Nullable String preset, @Nullable String shape,
            @Nullable Map<String, String> axes,
            @Nullable Object grouping, @Nullable Map<String, @Nullable Double> assumptions,
            @Nullable Changes changes) {}

    static BillsRequest orToday(@Nullable BillsRequest request) {
        return Objects.requireNonNullElseGet(request, () -> new BillsRequest(null, null, null, null));
    }

    /** The question, or {@link Invalid} with everything that is wrong. */
    Question question() {
        List<Problem> problems = new ArrayList<>();
        List<Ask> asks = new ArrayList<>();
        List<@Nullable Scenario> asked = new ArrayList<>();
        if (scenarios != null) {
            asked.addAll(scenarios);
        }
        if (asked.size() > MOST_SCENARIOS) {
            problems.add(Problem.at("scenarios", "at most " + MOST_SCENARIOS, String.valueOf(asked.size())));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < Math.min(asked.size(), MOST_SCENARIOS); i++) {
            ask(asked.get(i), "scenarios[" + i + "]", names, problems, asks);
        }
        int count = draws == null ? Question.DRAWS : draws;
        if (count < 1 || count > MOST_DRAWS) {
            problems.add(Problem.at("draws", "1 to " + MOST_DRAWS, String.valueOf(count)));
        }
        if (!problems.isEmpty()) {
            throw new Invalid("The question cannot be answered.", problems);
        }
        List<Ask> all = asks.isEmpty() ? List.of(Ask.today()) : asks;
        return new Question(all, count, seed == null ? Question.SEED : seed).calibrated(Boolean.TRUE.equals(calibrated))
                .looking(looks(all));
    }

    /** What moves the cost of each, and of few also what moves the difference of any two. */
    private static List<Look> looks(List<Ask> asks) {
        List<Look> looks = new ArrayList<>();
        for (int a = 0; a < asks.size(); a++) {
            looks.add(new Look(asks.get(a).name(), null, Measure.COST));
            for (int b = a + 1; b < asks.size() && asks.size() <= MOST_PAIRED; b++) {
                looks.add(new Look(asks.get(a).name(), asks.get(b).name(), Measure.COST));
            }
        }
        return looks;
    }

    private static void ask(@Nullable Scenario scenario, String path, Set<String> names, List<Problem> problems,
            List<Ask> asks) {
        if (scenario == null) {
            problems.add(Problem.at(path, "a scenario", "null"));
            return;
        }
        Map<String, String> axes = scenario.axes() == null ? Map.of() : scenario.axes();
        String name = name(scenario);
        long said = Stream.of(scenario.preset(), scenario.shape(), axes.isEmpty() ? null : axes)
                .filter(Objects::nonNull)
                .count();
        if (said > 1) {
            problems.add(Problem.at(path, "one of preset, shape and axes", "more than one of them"));
        }
        Changes changes = scenario.changes() == null ? Changes.NONE : scenario.changes();
        if (said == 0 && changes.isNone() && !name.equals(Question.TODAY)) {
            problems.add(Problem.at(path, "a preset, a shape, or axes, or the name today", name));
        }
        if (!names.add(name)) {
            problems.add(Problem.at(path + ".name", "a name no other scenario has", name));
        }
        if (axes.values().stream().anyMatch(Objects::isNull)) {
            problems.add(Problem.at(path + ".axes", "an option for each axis named", axes.toString()));
            return;
        }
        asks.add(new Ask(name, scenario.preset(), scenario.shape(), null, axes,
                grouping(scenario.grouping(), path + ".grouping", problems),
                assumptions(scenario.assumptions(), path + ".assumptions", problems), changes));
    }

    private static String name(Scenario scenario) {
        if (scenario.name() != null && !scenario.name().isBlank()) {
            return scenario.name();
        }
        if (scenario.shape() != null) {
            return scenario.shape();
        }
        return scenario.preset() != null
                ? scenario.preset()
                : scenario.axes() != null
                        ? scenario.axes().toString()
                        : Question.TODAY;
    }

    private static @Nullable Grouping grouping(@Nullable Object written, String path, List<Problem> problems) {
        try {
            return written == null ? null : Grouping.read(written);
        } catch (IllegalArgumentException wrong) {
            problems.add(Problem.at(path, String.valueOf(wrong.getMessage()), String.valueOf(written)));
            return null;
        }
    }

    private static Map<String, Double> assumptions(@Nullable Map<String, @Nullable Double> written, String path,
            List<Problem> problems) {
        Map<String, Double> stated = new TreeMap<>();
        if (written != null) {
            written.forEach((key, value) -> {
                if (value == null) {
                    problems.add(Problem.at(path + "." + key, "a number, 0 or more", "null"));
                } else {
                    stated.put(key, value);
                }
            });
        }
        return stated;
    }
}
