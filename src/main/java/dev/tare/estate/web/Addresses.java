package dev.tare.estate.web;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Addresses of pages; names may hold any character. */
final class Addresses {
    static final String ESTATES = "/estates";

    private Addresses() {}

    static String of(String slug, String... path) {
        StringBuilder address = new StringBuilder(ESTATES).append('/').append(encoded(slug));
        for (String step : path) {
            address.append('/').append(encoded(step));
        }
        return address.toString();
    }

    private static String encoded(String step) {
        return UriUtils.encode(step, StandardCharsets.UTF_8);
    }
}
