package dev.tare.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A moment on a page: {@code <time th:datetime="${at.iso}" th:text="${at.text}">}. Script writes it in the viewer's zone and
 * locale (frontend/site/times.js); without script it says UTC.
 */
public record Moment(Instant at) {
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** For programs. */
    public String iso() {
        return at.toString();
    }

    /** For people. */
    public String text() {
        return TEXT.format(at);
    }
}
