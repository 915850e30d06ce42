package dev.tare.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads catalogue files strictly: a name nobody knows or a key given twice is an error, not silence. */
final class Yaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private Yaml() {}

    static <T> T read(String file, String text, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            return required(file, "", "content", value);
        } catch (JacksonException wrong) {
            throw new BadCatalogue(file, explain(wrong), wrong);
        }
    }

    static <T> List<T> readList(String file, String text, Class<T> type) {
        try {
            List<T> list = MAPPER.readerForListOf(type).readValue(text);
            return required(file, "", "content", list);
        } catch (JacksonException wrong) {
            throw new BadCatalogue(file, explain(wrong), wrong);
        }
    }

    static <T> T required(String file, String entry, String name, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new BadCatalogue(file, entry, name + " is missing");
        }
        return value;
    }

    private static String explain(JacksonException wrong) {
        var at = wrong.getLocation();
        String path = wrong instanceof MismatchedInputException mismatch ? " at " + mismatch.getPathReference() : "";
        String line = at == null ? "" : "line " + at.getLineNr() + ": ";
        return line + wrong.getOriginalMessage() + path;
    }
}
