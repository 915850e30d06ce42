package dev.tare.intake.cost;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What texts of a file mean: millions of rows repeat a few hundred days and tags, so that most are understood already. */
final class Seen {
    private static final int MOST = 4_096;

    private final Map<String, Optional<LocalDate>> days = new HashMap<>();
    private final Map<String, Optional<LocalDate>> ends = new HashMap<>();
    private final Map<String, Map<String, String>> tags = new HashMap<>();

    @Nullable
    LocalDate day(String text) {
        return known(days, text, Days::day).orElse(null);
    }

    @Nullable
    LocalDate lastBefore(String text) {
        return known(ends, text, Days::lastBefore).orElse(null);
    }

    Map<String, String> tags(String text) {
        return known(tags, text, Tags::labels);
    }

    private static <T> T known(Map<String, T> all, String text, Function<String, T> meaning) {
        T known = all.get(text);
        if (known == null) {
            known = meaning.apply(text);
            if (all.size() == MOST) {
                all.clear();
            }
            all.put(text, known);
        }
        return known;
    }
}
