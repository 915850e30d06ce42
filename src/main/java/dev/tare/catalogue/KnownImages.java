package dev.tare.catalogue;

import static dev.tare.catalogue.Yaml.required;

import dev.tare.engine.Dimension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the images whose size is known. */
final class KnownImages {
    private static final String FILE = "known-images.yaml";

    private KnownImages() {}

    private record Entry(@Nullable String pattern, @Nullable String compressed, @Nullable String unpacked,
            @Nullable String language) {}

    static List<KnownImage> read(CatalogueFiles files, Ledger ledger) {
        return Yaml.readList(FILE, files.text(FILE), Entry.class).stream().map(entry -> image(entry, ledger)).toList();
    }

    private static KnownImage image(Entry entry, Ledger ledger) {
        String pattern = required(FILE, "", "pattern", entry.pattern());
        return new KnownImage(pattern, bytes(pattern, entry.compressed(), ledger),
                bytes(pattern, entry.unpacked(), ledger), entry.compressed(), entry.unpacked(), entry.language());
    }

    private static @Nullable Double bytes(String pattern, @Nullable String key, Ledger ledger) {
        return key == null
                ? null
                : Double.valueOf(ledger.base(key, ledger.usable(FILE, pattern, key, Dimension.BYTES).likely()));
    }
}
