package dev.tare.catalogue;

import dev.tare.engine.Param;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What was read, checked. */
record Contents(Ledger ledger, Options options, Map<Param, String> common, List<Preset> presets,
        List<Primitive> primitives, List<Language> languages, List<KnownImage> images,
        List<FieldDefault> fieldDefaults, SlotWords words, List<SupportEnd> supportEnds, List<String> fileServers,
        Set<String> movingTags) {

    List<Replacement> replaced(List<Option> chosen) {
        return primitives.stream().map(primitive -> new Replacement(primitive, by(primitive, chosen))).toList();
    }

    private static List<Replacement.By> by(Primitive primitive, List<Option> chosen) {
        Predicate<Option> replaces = option -> option.replaces().containsKey(primitive.id());
        return chosen.stream().filter(replaces)
                .map(option -> new Replacement.By(option, option.replaces().getOrDefault(primitive.id(), ""))).toList();
    }
}
