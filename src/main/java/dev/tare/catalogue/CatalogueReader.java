package dev.tare.catalogue;

import dev.tare.engine.Dimension;
import dev.tare.engine.Param;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and checks all files; the program does not start with one that is wrong. */
final class CatalogueReader {
    private static final String COMMON = "common.yaml";
    private static final String PRESETS = "presets.yaml";
    private static final String LANGUAGES = "languages.yaml";
    private static final String FILE_SERVERS = "file-servers.yaml";
    private static final String MOVING_TAGS = "moving-tags.yaml";
    private static final String PRIMITIVES = "primitives.yaml";
    private final CatalogueFiles files;
    private final Ledger ledger;
    private final Options options;

    private CatalogueReader(CatalogueFiles files) {
        this.files = files;
        Units units = Units.read(files);
        ledger = Ledger.read(files, units);
        options = Options.read(files, units, ledger);
    }

    static Catalogue read(CatalogueFiles files) {
        return new Catalogue(new CatalogueReader(files).contents());
    }

    private Contents contents() {
        Map<Param, String> common = common();
        List<Language> languages = languages();
        return new Contents(ledger, options, common, presets(), primitives(), languages,
                KnownImages.read(files, ledger),
                FieldDefaults.read(files, ledger, common),
                SlotWords.read(files), SupportEnds.read(files, languages),
                Yaml.readList(FILE_SERVERS, files.text(FILE_SERVERS), String.class),
                Set.copyOf(Yaml.readList(MOVING_TAGS, files.text(MOVING_TAGS), String.class)));
    }

    /** Slots every shape fills alike, unless one of its options knows better. */
    record Common(Map<Param, String> set) {}

    private Map<Param, String> common() {
        Map<Param, String> set = Yaml.read(COMMON, files.text(COMMON), Common.class).set();
        set.forEach((param, key) -> ledger.usable(COMMON, param.name(), key, param.dimension()));
        return Map.copyOf(set);
    }

    private List<Preset> presets() {
        List<Preset> all = Yaml.readList(PRESETS, files.text(PRESETS), Preset.class);
        Set<String> ids = new HashSet<>();
        for (Preset preset : all) {
            if (!ids.add(preset.id())) {
                throw new BadCatalogue(PRESETS, preset.id(), "the preset is defined twice");
            }
            Map<String, String> axes = new LinkedHashMap<>(preset.axes());
            axes.put(Axis.GROUPING.id(), preset.grouping());
            Choice.of(options, axes).reasons().stream().findFirst().ifPresent(reason -> {
                throw new BadCatalogue(PRESETS, preset.id(), reason);
            });
        }
        return all;
    }

    private List<Primitive> primitives() {
        List<Primitive> all = Yaml.readList(PRIMITIVES, files.text(PRIMITIVES), Primitive.class);
        List<String> ids = all.stream().map(Primitive::id).toList();
        for (Axis axis : Axis.values()) {
            options.on(axis).forEach(option -> option.replaces().keySet().stream().filter(id -> !ids.contains(id))
                    .findFirst().ifPresent(id -> {
                        throw new BadCatalogue(Options.fileOf(option), "replaces", "no primitive '" + id + "'");
                    }));
        }
        return all;
    }

    private List<Language> languages() {
        List<Language> all = Yaml.readList(LANGUAGES, files.text(LANGUAGES), Language.class);
        all.forEach(language -> {
            ledger.usable(LANGUAGES, language.id(), language.memory(), Dimension.BYTES);
            ledger.usable(LANGUAGES, language.id(), language.coldZip(), Dimension.MS);
            ledger.usable(LANGUAGES, language.id(), language.coldImage(), Dimension.MS);
        });
        return all;
    }
}
