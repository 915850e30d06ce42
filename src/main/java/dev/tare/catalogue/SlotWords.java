package dev.tare.catalogue;

import dev.tare.engine.Param;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each slot of the formulas is called and counted by. */
record SlotWords(Map<Param, Entry> entries) {
    private static final String FILE = "slots.yaml";

    record Entry(Param param, String words, Slot.Per per) {}

    static SlotWords read(CatalogueFiles files) {
        Map<Param, Entry> entries = new EnumMap<>(Param.class);
        Yaml.readList(FILE, files.text(FILE), Entry.class).forEach(entry -> entries.put(entry.param(), entry));
        for (Param param : Param.values()) {
            if (!entries.containsKey(param)) {
                throw new BadCatalogue(FILE, param.name(), "the slot has no words");
            }
        }
        return new SlotWords(entries);
    }

    /** The slots bound, in the engine's order. */
    List<Slot> of(Map<Param, String> bound, List<Option> options, Ledger ledger) {
        return new EnumMap<>(bound).entrySet().stream().flatMap(each -> Optional.ofNullable(entries.get(each.getKey()))
                .map(entry -> new Slot(entry.param(), entry.words(), entry.per(), owner(each.getKey(), options),
                        ledger.cited(FILE, entry.param().name(), each.getValue())))
                .stream()).toList();
    }

    private static Optional<Option> owner(Param param, List<Option> options) {
        Optional<Option> overriding = options.stream()
                .filter(option -> option.effects().overrides().containsKey(param)).findFirst();
        return overriding.or(() -> options.stream().filter(option -> option.effects().set().containsKey(param))
                .findFirst());
    }
}
