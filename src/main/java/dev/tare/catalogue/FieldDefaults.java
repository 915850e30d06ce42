package dev.tare.catalogue;

import static dev.tare.catalogue.Yaml.required;

import dev.tare.engine.Param;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what empty fields are taken to be: by the slot a bill fills, so that what is shown is what is used. */
final class FieldDefaults {
    private static final String FILE = "field-defaults.yaml";

    private FieldDefaults() {}

    private record Entry(@Nullable String field, @Nullable Param param, @Nullable String assumption,
            @Nullable String rule, @Nullable String sentence) {}

    static List<FieldDefault> read(CatalogueFiles files, Ledger ledger, Map<Param, String> common) {
        return Yaml.readList(FILE, files.text(FILE), Entry.class).stream()
                .map(entry -> field(entry, ledger, common)).toList();
    }

    private static FieldDefault field(Entry entry, Ledger ledger, Map<Param, String> common) {
        String field = required(FILE, "", "field", entry.field());
        String sentence = required(FILE, field, "sentence", entry.sentence());
        String key = entry.param() == null ? entry.assumption() : common.get(entry.param());
        if (key == null) {
            return new FieldDefault(field, Double.NaN, required(FILE, field, "rule", entry.rule()), "", sentence);
        }
        Assumption used = ledger.cited(FILE, field, key);
        double likely = required(FILE, field, key, used.likely());
        return new FieldDefault(field, ledger.base(key, likely), Figure.plain(likely) + " " + used.unit(), key,
                sentence);
    }
}
