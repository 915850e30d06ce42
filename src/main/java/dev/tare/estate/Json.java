package dev.tare.estate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a document or parts of it are kept inside a column. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private static final int BUFFER = 1 << 14;

    private Json() {}

    static @Nullable String write(@Nullable Object value) {
        return value == null ? null : MAPPER.writeValueAsString(value);
    }

    static <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : MAPPER.readValue(text, type);
    }

    static <T> T read(String text, TypeReference<T> type) {
        return MAPPER.readValue(text, type);
    }

    /** A part as its fields. */
    static JsonNode tree(Object part) {
        return MAPPER.valueToTree(part);
    }

    /** The part that fields make. */
    static <T> T value(JsonNode tree, Class<T> type) {
        return MAPPER.treeToValue(tree, type);
    }

    /** As bytes, compressed as fast as can be: somebody waits for the change to be saved. */
    static byte[] deflated(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED);
                OutputStream out = new DeflaterOutputStream(bytes, deflater, BUFFER)) {
            MAPPER.writeValue(out, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static <T> T inflated(byte[] bytes, Class<T> type) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return MAPPER.readValue(in, type);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
