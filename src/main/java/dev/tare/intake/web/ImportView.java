package dev.tare.intake.web;

import dev.tare.intake.PastImport;
import dev.tare.site.Invalid;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The page files are chosen on: what can be chosen, what was wrong with the last choice, what was imported before. */
record ImportView(String slug, List<String> formats, String format, List<Invalid.Problem> problems, List<Past> past) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** An earlier import. */
    record Past(String files, Instant at, String when, int added, int changed, int unchanged) {
        static Past of(PastImport past) {
            return new Past(past.files(), past.at(), WHEN.format(past.at()), past.added(), past.changed(),
                    past.unchanged());
        }
    }

    static ImportView of(String slug, List<String> formats, String format, List<Invalid.Problem> problems,
            List<PastImport> past) {
        return new ImportView(slug, formats, format, problems, past.stream().map(Past::of).toList());
    }
}
