package dev.tare.comparison.web;

import dev.tare.engine.Measure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which figure's working is asked for: of a scenario, a part and a measure, with the reader's own figures.
 *
 * @param service whose share of it is meant; absent for the whole
 */
record WorkingQuery(String slug, String scenario, String part, Measure measure, WhatIf whatIf,
        @Nullable String service) {
    Workings workings() {
        return new Workings(slug, whatIf);
    }

    String path() {
        return "/estates/" + slug + "/working";
    }

    /** The address with other figures of the reader's. */
    String with(WhatIf other) {
        return new Workings(slug, other).of(scenario, part, measure);
    }

    /** The estate's page with the same figures. */
    String back() {
        return WeightQuery.of(null, Words.id(measure), null, null, false, whatIf).with("/estates/" + slug, whatIf);
    }

    List<Hidden> fields() {
        List<Hidden> fields = new ArrayList<>(List.of(new Hidden("scenario", scenario), new Hidden("part", part),
                new Hidden("measure", Words.id(measure))));
        fields.addAll(whatIf.fields());
        return fields;
    }
}
