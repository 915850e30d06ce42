package dev.tare.estate.rest;

import dev.tare.estate.EstateFormat;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;

/** Reads what a program sent, whichever of the two formats it is in. */
final class Bodies {
    static final String YAML = "application/yaml";
    private static final long LARGEST = 256L * 1024 * 1024;

    private Bodies() {}

    static <T> T read(InputStream body, @Nullable MediaType contentType, Class<T> type) {
        return format(contentType).read(new Limited(body), type);
    }

    private static EstateFormat format(@Nullable MediaType contentType) {
        String subtype = contentType == null ? "json" : contentType.getSubtype().toLowerCase(Locale.ROOT);
        if (subtype.endsWith("yaml") || subtype.endsWith("yml")) {
            return EstateFormat.YAML;
        }
        if (subtype.endsWith("json")) {
            return EstateFormat.JSON;
        }
        throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Send " + MediaType.APPLICATION_JSON_VALUE + " or " + YAML + ", not " + contentType + ".");
    }

    /** Ends a body that is larger than any estate. */
    private static final class Limited extends FilterInputStream {
        private long read;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) {
            read += more;
            if (read > LARGEST) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE,
                        "The body is larger than " + LARGEST / 1024 / 1024 + " MiB.");
            }
        }
    }
}
