package dev.tare.intake.web;

import dev.tare.intake.Progress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The imports that are being read now, by the name their page gave them, so that the page can ask how far they are. */
@Component
class Underway {
    private static final int LONGEST_NAME = 64;

    private final Map<String, Progress> reading = new ConcurrentHashMap<>();

    /** Reads under a name; nobody can ask when the name is empty, too long or taken. */
    <T> T watch(String name, Function<Progress, T> read) {
        Progress progress = new Progress();
        boolean known = !name.isEmpty() && name.length() <= LONGEST_NAME
                && reading.putIfAbsent(name, progress) == null;
        try {
            return read.apply(progress);
        } finally {
            if (known) {
                reading.remove(name);
            }
        }
    }

    Optional<Progress.Step> look(String name) {
        return Optional.ofNullable(reading.get(name)).map(Progress::step);
    }
}
