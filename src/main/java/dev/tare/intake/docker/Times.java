package dev.tare.intake.docker;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an image was built. Builders that make images reproducible write a date long past, which says nothing. */
final class Times {
    private static final DateTimeFormatter LISTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z",
            Locale.ENGLISH);
    private static final Instant FIRST_IMAGES = Instant.parse("2013-01-01T00:00:00Z");

    private Times() {}

    static @Nullable Instant of(Optional<String> written) {
        return written.map(Times::parse).filter(time -> time.isAfter(FIRST_IMAGES)).orElse(null);
    }

    private static Instant parse(String text) {
        try {
            if (text.matches("\\d{1,12}")) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            return text.matches("\\d{4}-\\d\\d-\\d\\dT.*")
                    ? OffsetDateTime.parse(text).toInstant()
                    : OffsetDateTime.parse(text.replaceFirst(" [A-Z]+$", ""), LISTED).toInstant();
        } catch (DateTimeException noTime) {
            return Instant.EPOCH;
        }
    }
}
