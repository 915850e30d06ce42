package dev.tare.catalogue;

import java.util.TreeMap;

/** The real catalogue with one file changed. */
record Broken(String file, String before, String after) {
    static CatalogueFiles real() {
        return CatalogueFiles.onClasspath();
    }

    CatalogueFiles files() {
        var texts = new TreeMap<>(real().texts());
        String text = texts.getOrDefault(file, "");
        if (!text.contains(before)) {
            throw new IllegalStateException(file + " has no '" + before + "' to break");
        }
        texts.put(file, before.isEmpty() ? after : text.replace(before, after));
        return new CatalogueFiles(texts);
    }
}
