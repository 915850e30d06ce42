package dev.tare.comparison.validation;

import dev.tare.engine.CallTree;
import dev.tare.engine.MadeUpEstate;
import dev.tare.estate.EstateDocument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case as its file writes it: anything may be missing until checked. */
record CaseFile(@Nullable String id, @Nullable String title, @Nullable String study, @Nullable String source,
        @Nullable String measured, @Nullable String exercises, @Nullable List<String> inputs,
        @Nullable String caution, @Nullable EstateDocument estate, @Nullable CallTree tree,
        @Nullable MadeUp madeUp,
        @Nullable List<ScenarioEntry> scenarios, @Nullable List<FigureEntry> figures,
        @Nullable List<String> levers) {
    /** An estate to make up, and the seed that makes it. */
    record MadeUp(@Nullable MadeUpEstate estate, @Nullable Long seed) {}

    /** A scenario: a preset or one option per axis, a grouping, and figures the study itself fixes. */
    record ScenarioEntry(@Nullable String name, @Nullable String preset, @Nullable Map<String, String> axes,
            @Nullable Object grouping, @Nullable Map<String, Double> assumptions) {}

    /** A figure to compare. */
    record FigureEntry(@Nullable String name, @Nullable String unit, @Nullable Double expected,
            @Nullable ToleranceEntry tolerance, @Nullable String origin, @Nullable String formula,
            @Nullable String outside) {}

    /** Exactly one of these. */
    record ToleranceEntry(@Nullable Boolean exact, @Nullable Integer decimals, @Nullable Double percent,
            @Nullable Double points,
            @Nullable Double times, @Nullable Boolean atLeast, @Nullable Boolean lessThan,
            @Nullable List<Double> between) {}
}
