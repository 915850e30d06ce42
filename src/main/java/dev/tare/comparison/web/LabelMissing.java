package dev.tare.comparison.web;

import dev.tare.comparison.Defaults.Gap;

/** A field of a service that somebody should state, and how much that takes off the estate's range. */
record LabelMissing(String name, String href, String narrows) {
    static LabelMissing of(Gap gap, Labelled labelled) {
        return new LabelMissing(FieldWords.called(gap.field()), labelled.field(gap.field()),
                labelled.writer().figures().percent(gap.narrows()));
    }
}
