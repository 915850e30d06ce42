package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Preset;
import dev.tare.comparison.Grouping;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.site.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A scenario in an address: {@code today}, a preset's id, or either with a grouping as {@code eks:per-team} or
 * {@code today:units=cart|checkout;ad|frontend}, where services in no unit stay by themselves.
 */
record Sought(String written) {
    static final Sought TODAY = new Sought(Question.TODAY);

    private static final String BY_HAND = "units=";

    /** A shape grouped by hand; units of one service need no writing. */
    static Sought units(String shape, Collection<List<String>> units) {
        return new Sought(shape + ":" + BY_HAND + units.stream().filter(unit -> unit.size() > 1)
                .map(unit -> String.join("|", unit)).collect(Collectors.joining(";")));
    }

    /** As it is written on pages where the shape has no name of its own. */
    String words() {
        return written.replaceFirst(":" + BY_HAND + ".*", ", units made by hand").replaceFirst(":", ", ");
    }

    /** As it stands in an address. */
    String encoded() {
        return UriUtils.encode(written, StandardCharsets.UTF_8);
    }

    /** What to weigh; {@link NotFound} for a preset or a grouping that does not exist. */
    Ask ask(Catalogue catalogue) {
        if (written.equals(Question.TODAY)) {
            return Ask.today();
        }
        if (written.startsWith(Question.TODAY + ":")) {
            return new Ask(written, null, Map.of(), grouping(), Map.of());
        }
        return Ask.preset(written, preset(catalogue).orElseThrow(this::unknown).id(), grouping());
    }

    Optional<Preset> preset(Catalogue catalogue) {
        String id = written.replaceFirst(":.*", "");
        return catalogue.presets().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private @Nullable Grouping grouping() {
        int colon = written.indexOf(':');
        String grouping = colon < 0 ? "" : written.substring(colon + 1);
        if (grouping.startsWith(BY_HAND)) {
            return byHand(grouping.substring(BY_HAND.length()));
        }
        return switch (grouping) {
            case "" -> null;
            case "one-each" -> new Grouping.OneEach();
            case "per-team" -> new Grouping.PerTeam();
            case "all-in-one" -> new Grouping.AllInOne();
            case "advised" -> new Grouping.Advised();
            default -> throw unknown();
        };
    }

    private static Grouping byHand(String units) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (String unit : units.split(";")) {
            List<String> services = Arrays.stream(unit.split("\\|")).filter(service -> !service.isBlank()).toList();
            if (!services.isEmpty()) {
                named.put("unit " + (named.size() + 1), services);
            }
        }
        return new Grouping.ByHand(named);
    }

    private NotFound unknown() {
        return new NotFound("No shape is called '" + written + "'. The catalogue lists those there are.");
    }
}
