package dev.tare.catalogue.web;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.How;
import dev.tare.catalogue.Option;
import dev.tare.catalogue.Preset;
import dev.tare.catalogue.Replacement;
import dev.tare.catalogue.Slot;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the catalogue page shows of one combination.
 *
 * @param name        what it is called
 * @param preset      the preset it is, if it is one
 * @param refusals    why it cannot be; empty when it can
 * @param questions   the axes with the option chosen
 * @param gives       what it gives
 * @param costs       its figures by what they are counted by
 * @param evidence    how many of its figures are of which grade
 * @param replacements what the operating system did, and what does it here
 * @param ways         what would let options stand together that cannot: by axis, with the addresses of the outcome
 * @param keep         where the combination can be kept with an estate
 * @param table        every preset, axis by axis
 * @param difference   what differs from another combination, if one is named
 */
record CatalogueView(String name, @Nullable Preset preset, List<String> refusals, List<Question> questions,
        List<GiftView> gives, List<Costs> costs, List<Evidence> evidence,
        List<Replacement> replacements, List<Way> ways, String keep, List<PresetTable.Row> table,
        @Nullable Difference difference) {

    /** An axis, its options, and the one chosen. */
    record Question(Axis axis, List<Choice> options, @Nullable Option chosen) {
        /** The axis as a word that starts a line. */
        public String label() {
            return axis.id().substring(0, 1).toUpperCase(Locale.ROOT) + axis.id().substring(1);
        }
    }

    /** An option in the list of its axis; {@code refused} says that it cannot stand with the others chosen. */
    record Choice(String id, String name, boolean chosen, boolean refused) {}

    /** Something one of the options gives; {@code strength} 0 to 5, or -1. */
    record GiftView(String title, String words, int strength, @Nullable String assumption, String from) {}

    /** Figures counted by the same thing; {@code open} where most readers look. */
    record Costs(String title, boolean open, List<Cost> lines) {}

    private static final Set<Slot.Per> OPEN = Set.of(Slot.Per.ONCE, Slot.Per.NODE, Slot.Per.INSTANCE);

    /** One figure of the shape. */
    record Cost(String words, FigureView figure, String from) {}

    /** How many figures are of a grade. */
    record Evidence(GradeView grade, long count) {}

    /** Another option on one axis, and the combination it would make. */
    record Way(String axis, List<WayOut> options) {}

    /** One of them. */
    record WayOut(String name, String address) {}

    static CatalogueView of(Catalogue catalogue, Map<String, String> axes, @Nullable Preset against) {
        List<Option> chosen = catalogue.chosen(axes);
        List<String> refusals = catalogue.refusals(axes);
        List<Slot> slots = refusals.isEmpty() ? catalogue.slots(axes) : List.of();
        String name = catalogue.name(axes);
        return new CatalogueView(name, presetNamed(catalogue, name), refusals, questions(catalogue, axes),
                gives(chosen), costs(slots), evidence(slots), catalogue.replaced(axes),
                ways(catalogue, axes), address("/shapes/keep", axes), PresetTable.rows(catalogue, axes),
                against == null || !refusals.isEmpty() ? null : Difference.of(catalogue, axes, against));
    }

    private static List<Way> ways(Catalogue catalogue, Map<String, String> axes) {
        return catalogue.waysOut(axes).entrySet().stream().map(way -> new Way(way.getKey().id(), way.getValue().stream()
                .map(option -> new WayOut(option.name(), address("/catalogue", with(axes, way.getKey(), option.id()))))
                .toList())).toList();
    }

    private static Map<String, String> with(Map<String, String> axes, Axis axis, String option) {
        Map<String, String> other = new LinkedHashMap<>(axes);
        other.put(axis.id(), option);
        return other;
    }

    private static String address(String path, Map<String, String> axes) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        axes.forEach(address::queryParam);
        return address.build().encode().toUriString();
    }

    private static @Nullable Preset presetNamed(Catalogue catalogue, String name) {
        return catalogue.presets().stream().filter(preset -> preset.name().equals(name)).findFirst().orElse(null);
    }

    private static List<Question> questions(Catalogue catalogue, Map<String, String> axes) {
        return Arrays.stream(Axis.values()).map(axis -> {
            String now = axes.getOrDefault(axis.id(), "");
            List<Choice> choices = catalogue.options(axis).stream().map(option -> new Choice(option.id(),
                    option.name(), option.id().equals(now), refused(catalogue, axes, axis, option.id()))).toList();
            Optional<Option> chosen = catalogue.options(axis).stream().filter(option -> option.id().equals(now))
                    .findFirst();
            return new Question(axis, choices, chosen.orElse(null));
        }).toList();
    }

    private static boolean refused(Catalogue catalogue, Map<String, String> axes, Axis axis, String option) {
        return !catalogue.refusals(with(axes, axis, option)).isEmpty();
    }

    private static List<GiftView> gives(List<Option> chosen) {
        return chosen.stream().flatMap(option -> option.gives().stream().map(gift -> {
            Integer strength = gift.strength();
            return Map.entry(gift.kind(), new GiftView(gift.kind().title(), gift.words(),
                    strength == null ? -1 : strength, gift.assumption(), option.name()));
        })).sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
    }

    private static List<Costs> costs(List<Slot> slots) {
        return slots.stream().collect(Collectors.groupingBy(Slot::per, TreeMap::new, Collectors.toList())).entrySet()
                .stream()
                .map(each -> new Costs(each.getKey().title(), OPEN.contains(each.getKey()), each.getValue().stream()
                        .map(slot -> new Cost(slot.words(), FigureView.of(slot.assumption()),
                                slot.option().map(Option::name).orElse("every shape")))
                        .toList()))
                .toList();
    }

    private static List<Evidence> evidence(List<Slot> slots) {
        return Arrays.stream(How.values()).map(how -> new Evidence(GradeView.of(how),
                slots.stream().map(Slot::assumption).filter(each -> each.how() == how).distinct().count())).toList();
    }
}
