package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Preset;
import dev.tare.comparison.Grouping;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.ShapeLink;
import dev.tare.site.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A scenario in an address: {@code today}, a preset's id, or either with a grouping as {@code eks:per-team} or
 * {@code today:units=cart|checkout;ad|frontend}, where services in no unit stay by themselves; or a shape of one's own as
 * {@link ShapeLink} writes it.
 */
record Sought(String written) {
    static final Sought TODAY = new Sought(Question.TODAY);

    private static final String BY_HAND = "units=";
    private static final Set<String> WORDS = Set.of("one-each", "per-team", "all-in-one", "advised");

    /** A shape grouped by hand; units of one service need no writing. */
    static Sought units(String shape, Collection<List<String>> units) {
        return new Sought(shape + ":" + BY_HAND + units.stream().filter(unit -> unit.size() > 1)
                .map(unit -> String.join("|", unit)).collect(Collectors.joining(";")));
    }

    /** As it is written on pages where the shape has no name of its own. */
    String words() {
        if (ShapeLink.savedName(written).isPresent()) {
            return ShapeLink.savedName(written).get();
        }
        if (own().isPresent()) {
            return own().get().name().isEmpty() ? "A shape of your own" : own().get().name();
        }
        return written.replaceFirst(":" + BY_HAND + ".*", ", units made by hand").replaceFirst(":", ", ");
    }

    /** As it stands in an address. */
    String encoded() {
        return UriUtils.encode(written, StandardCharsets.UTF_8);
    }

    /** Whether it takes the estate's own shape. */
    boolean isOwnOfEstate() {
        return written.equals(Question.TODAY) || written.startsWith(Question.TODAY + ":");
    }

    /** What to weigh; {@link NotFound} for a preset or a grouping that does not exist. */
    Ask ask(Catalogue catalogue) {
        if (written.equals(Question.TODAY)) {
            return Ask.today();
        }
        if (written.startsWith(Question.TODAY + ":")) {
            return new Ask(written, null, Map.of(), grouping(), Map.of());
        }
        if (ShapeLink.savedName(written).isPresent()) {
            return saved(ShapeLink.savedName(written).get());
        }
        if (own().isPresent()) {
            return ask(own().get());
        }
        return Ask.preset(written, preset(catalogue).orElseThrow(this::unknown).id(), grouping());
    }

    /** The shape an address holds as a whole, where it does. */
    Optional<SavedShape> own() {
        return ShapeLink.read(written);
    }

    private Ask ask(SavedShape shape) {
        try {
            Object grouping = shape.grouping();
            return new Ask(written, null, null, shape.name().isEmpty() ? null : shape.name(), shape.axes(),
                    grouping == null ? null : Grouping.read(grouping), shape.assumptions(), shape.changed());
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
    }

    Optional<Preset> preset(Catalogue catalogue) {
        String id = written.replaceFirst(":.*", "");
        return catalogue.presets().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** A kept shape, grouped otherwise where a grouping stands behind its name. */
    private Ask saved(String rest) {
        int units = rest.indexOf(":" + BY_HAND);
        int colon = units >= 0 ? units : rest.lastIndexOf(':');
        boolean grouped = units >= 0 || WORDS.contains(rest.substring(colon + 1));
        return grouped && colon > 0
                ? Ask.saved(written, rest.substring(0, colon), grouping(rest.substring(colon + 1)))
                : Ask.saved(written, rest, null);
    }

    private @Nullable Grouping grouping() {
        int colon = written.indexOf(':');
        return grouping(colon < 0 ? "" : written.substring(colon + 1));
    }

    private @Nullable Grouping grouping(String grouping) {
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
