package dev.tare.catalogue;

import static dev.tare.catalogue.Yaml.required;

import dev.tare.engine.Dimension;
import dev.tare.engine.Param;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and checks all files; the program does not start with one that is wrong. */
final class CatalogueReader {
    private static final String COMMON = "common.yaml";
    private static final String PRESETS = "presets.yaml";
    private static final String LANGUAGES = "languages.yaml";
    private static final String PRIMITIVES = "primitives.yaml";
    private static final String IMAGES = "known-images.yaml";
    private static final String FIELDS = "field-defaults.yaml";
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
        return new Contents(ledger, options, common, presets(), primitives(), languages(), images(), fields(common),
                SlotWords.read(files));
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
            Choice.of(options, axes).refusals().stream().findFirst().ifPresent(reason -> {
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

    private record ImageEntry(@Nullable String pattern, @Nullable String compressed, @Nullable String unpacked,
            @Nullable String language) {}

    private List<KnownImage> images() {
        return Yaml.readList(IMAGES, files.text(IMAGES), ImageEntry.class).stream().map(this::image).toList();
    }

    private KnownImage image(ImageEntry entry) {
        String pattern = required(IMAGES, "", "pattern", entry.pattern());
        return new KnownImage(pattern, bytes(pattern, entry.compressed()), bytes(pattern, entry.unpacked()),
                entry.compressed(), entry.unpacked(), entry.language());
    }

    private @Nullable Double bytes(String pattern, @Nullable String key) {
        return key == null
                ? null
                : Double.valueOf(
                        ledger.base(key, ledger.usable(IMAGES, pattern, key, Dimension.BYTES).likely()));
    }

    private record FieldEntry(@Nullable String field, @Nullable Param param, @Nullable String assumption,
            @Nullable String rule, @Nullable String sentence) {}

    private List<FieldDefault> fields(Map<Param, String> common) {
        return Yaml.readList(FIELDS, files.text(FIELDS), FieldEntry.class).stream()
                .map(entry -> field(entry, common)).toList();
    }

    private FieldDefault field(FieldEntry entry, Map<Param, String> common) {
        String field = required(FIELDS, "", "field", entry.field());
        String sentence = required(FIELDS, field, "sentence", entry.sentence());
        String key = entry.param() == null ? entry.assumption() : common.get(entry.param());
        if (key == null) {
            return new FieldDefault(field, Double.NaN, required(FIELDS, field, "rule", entry.rule()), "", sentence);
        }
        Assumption used = ledger.cited(FIELDS, field, key);
        double likely = required(FIELDS, field, key, used.likely());
        return new FieldDefault(field, ledger.base(key, likely), Figure.plain(likely) + " " + used.unit(), key,
                sentence);
    }
}
