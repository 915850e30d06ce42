package dev.tare.outgoing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a system answered. The body lies in a file that goes when the {@link Outgoing} closes.
 *
 * @param from    where it came from in the end
 * @param headers by their names in lower case
 */
public record Answer(URI from, int status, Map<String, String> headers, Path body) {
    private static final int OK = 200;
    private static final int CLASS = 100;

    /** Whether it is what was asked for. */
    public boolean isGood() {
        return status / CLASS == OK / CLASS;
    }

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** All bytes of the body. */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body as text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
