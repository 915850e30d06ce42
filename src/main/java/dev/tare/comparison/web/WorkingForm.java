package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Question;
import dev.tare.engine.Measure;
import dev.tare.site.NotFound;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the address of a working may hold; {@code panel} asks for the figure alone, {@code service} for its share. */
record WorkingForm(@Nullable String scenario, @Nullable String part, @Nullable String measure,
        @Nullable List<String> set, @Nullable Boolean calibrated, @Nullable String change, @Nullable String to,
        @Nullable Boolean panel, @Nullable String service) {
    WorkingQuery query(String slug, Catalogue catalogue) {
        String asked = Objects.requireNonNullElse(measure, "cost");
        Measure chosen = Words.measure(asked)
                .orElseThrow(() -> new NotFound("No measure is called '" + asked + "'."));
        return new WorkingQuery(slug, Objects.requireNonNullElse(scenario, Question.TODAY),
                Objects.requireNonNullElse(part, "gross"), chosen,
                service == null ? WhatIf.read(set, Boolean.TRUE.equals(calibrated), catalogue) : WhatIf.NOTHING,
                service);
    }

    /** What is being changed; absent where nothing is. */
    @Nullable
    Typed typed(Catalogue catalogue) {
        return change == null || change.isBlank() || service != null ? null : Typed.of(change.strip(), to, catalogue);
    }

    boolean alone() {
        return Boolean.TRUE.equals(panel);
    }
}
