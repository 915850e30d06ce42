package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Preset;
import dev.tare.comparison.Grouping;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.site.NotFound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scenario in an address: {@code today}, a preset's id, or a preset and a grouping as {@code eks:per-team}. */
record Sought(String written) {
    static final Sought TODAY = new Sought(Question.TODAY);

    /** What to weigh; {@link NotFound} for a preset or a grouping that does not exist. */
    Ask ask(Catalogue catalogue) {
        if (written.equals(Question.TODAY)) {
            return Ask.today();
        }
        return Ask.preset(written, preset(catalogue).orElseThrow(this::unknown).id(), grouping());
    }

    Optional<Preset> preset(Catalogue catalogue) {
        String id = written.replaceFirst(":.*", "");
        return catalogue.presets().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private @Nullable Grouping grouping() {
        int colon = written.indexOf(':');
        return switch (colon < 0 ? "" : written.substring(colon + 1)) {
            case "" -> null;
            case "one-each" -> new Grouping.OneEach();
            case "per-team" -> new Grouping.PerTeam();
            case "all-in-one" -> new Grouping.AllInOne();
            default -> throw unknown();
        };
    }

    private NotFound unknown() {
        return new NotFound("No shape is called '" + written + "'. The catalogue lists those there are.");
    }
}
