package dev.tare.catalogue;

import static dev.tare.catalogue.Yaml.required;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads until when runtimes are mended. */
final class SupportEnds {
    private static final String FILE = "runtimes-eol.yaml";

    private SupportEnds() {}

    private record Entry(@Nullable String language, @Nullable String release, @Nullable String until,
            @Nullable String how, @Nullable String asOf, @Nullable String source, @Nullable String locator) {}

    static List<SupportEnd> read(CatalogueFiles files, List<Language> languages) {
        return Yaml.readList(FILE, files.text(FILE), Entry.class).stream().map(entry -> end(entry, languages)).toList();
    }

    private static SupportEnd end(Entry entry, List<Language> languages) {
        String language = required(FILE, "", "language", entry.language());
        String release = required(FILE, language, "release", entry.release());
        if (languages.stream().noneMatch(known -> known.id().equals(language))) {
            throw new BadCatalogue(FILE, language, "is no language family");
        }
        How how = How.of(required(FILE, release, "how", entry.how()))
                .orElseThrow(() -> new BadCatalogue(FILE, release, "how: found '" + entry.how() + "'"));
        return new SupportEnd(language, release, day(release, required(FILE, release, "until", entry.until())), how,
                required(FILE, release, "asOf", entry.asOf()), required(FILE, release, "source", entry.source()),
                required(FILE, release, "locator", entry.locator()));
    }

    private static LocalDate day(String release, String until) {
        try {
            return LocalDate.parse(until);
        } catch (DateTimeParseException _) {
            throw new BadCatalogue(FILE, release, "until: expected a day such as 2026-04-30, found '" + until + "'");
        }
    }
}
