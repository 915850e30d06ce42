package dev.tare.estate.rest;

import dev.tare.estate.Estates.Snapshot;
import dev.tare.estate.Fingerprint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Answers with the version they carry and the address they are at. */
final class Answers {
    static final String ESTATES = "/api/v1/estates";

    private Answers() {}

    static String tag(Snapshot snapshot) {
        return "\"" + snapshot.version() + "\"";
    }

    static <T> ResponseEntity<T> part(T part) {
        return ResponseEntity.ok().eTag("\"" + Fingerprint.of(part) + "\"").body(part);
    }

    static <T> ResponseEntity<T> created(T part, String slug, String list, String name) {
        return ResponseEntity.created(address(slug, list, name)).eTag("\"" + Fingerprint.of(part) + "\"").body(part);
    }

    /** The address of an estate, or of a part of it; names may hold any character. */
    static URI address(String slug, String... path) {
        StringBuilder address = new StringBuilder(ESTATES).append('/').append(encoded(slug));
        for (String step : path) {
            address.append('/').append(encoded(step));
        }
        return URI.create(ServletUriComponentsBuilder.fromCurrentContextPath().build().getPath() + address);
    }

    /** A name from the rest of an address, which starts with a slash. */
    static String name(String rest) {
        return rest.substring(1);
    }

    private static String encoded(String step) {
        return UriUtils.encode(step, StandardCharsets.UTF_8);
    }
}
