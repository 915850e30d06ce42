package dev.tare.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The text of the catalogue's files by path below {@code catalogue/}, in the order of their paths. */
record CatalogueFiles(SortedMap<String, String> texts) {
    private static final String ROOT = "catalogue/";

    static CatalogueFiles onClasspath() {
        SortedMap<String, String> texts = new TreeMap<>();
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*.yaml");
            for (Resource file : found) {
                texts.put(below(file), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new CatalogueFiles(texts);
    }

    Map<String, String> in(String folder) {
        return texts.subMap(folder + "/", folder + "0");
    }

    String text(String path) {
        String text = texts.get(path);
        if (text == null) {
            throw new BadCatalogue(path, "", "the file is missing");
        }
        return text;
    }

    private static String below(Resource file) throws IOException {
        String address = file.getURL().toString();
        return address.substring(address.lastIndexOf("/" + ROOT) + ROOT.length() + 1);
    }
}
