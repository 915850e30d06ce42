package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Objects;

/** Where outside requests arrive, in a table. */
record EntriesView(String add, List<Row> rows) {
    /** An entry point. */
    record Row(String service, String edit, String delete, String mean, String peak) {}

    static EntriesView of(String slug, EstateDocument document) {
        return new EntriesView(Addresses.of(slug, "entries", "new"),
                document.entries().stream().map(entry -> row(slug, entry)).toList());
    }

    private static Row row(String slug, Entry entry) {
        Figures figures = Figures.forViewer();
        return new Row(entry.service(), Addresses.of(slug, "entries", entry.service(), "edit"),
                Addresses.of(slug, "entries", entry.service(), "delete"),
                figures.rate(Objects.requireNonNullElse(entry.meanPerSecond(), Double.NaN)),
                figures.rate(Objects.requireNonNullElse(entry.peakPerSecond(), Double.NaN)));
    }
}
