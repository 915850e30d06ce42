package dev.tare.catalogue;

import dev.tare.engine.Param;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What each slot of the formulas is called and counted by. */
record SlotWords(Map<Param, Entry> entries) {
    private static final String FILE = "slots.yaml";

    record Entry(Param param, String words, Slot.Per per) {}

    static SlotWords read(CatalogueFiles files) {
        Map<Param, Entry> entries = new EnumMap<>(Param.class);
        Yaml.readList(FILE, files.text(FILE), Entry.class).forEach(entry -> entries.put(entry.param(), entry));
        return new SlotWords(entries);
    }

    /** The slots bound, in the engine's order. */
    List<Slot> of(Map<Param, String> bound, List<Option> options, Ledger ledger) {
        return new EnumMap<>(bound).entrySet().stream().map(each -> {
            Entry entry = entry(each.getKey());
            return new Slot(entry.param(), entry.words(), entry.per(), owner(each.getKey(), options),
                    ledger.cited(FILE, entry.param().name(), each.getValue()));
        }).toList();
    }

    /** A slot without an entry goes by its own name. */
    private Entry entry(Param param) {
        return entries.getOrDefault(param,
                new Entry(param, param.name().toLowerCase(Locale.ROOT).replace('_', ' '), Slot.Per.ASSUMED));
    }

    private static Optional<Option> owner(Param param, List<Option> options) {
        Optional<Option> overriding = options.stream()
                .filter(option -> option.effects().overrides().containsKey(param)).findFirst();
        return overriding.or(() -> options.stream().filter(option -> option.effects().set().containsKey(param))
                .findFirst());
    }
}
