package dev.tare.comparison.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.Estates.Snapshot;
import java.util.List;
import java.util.Objects;
import org.springframework.web.util.UriUtils;

/** The locks kept with an estate, as pages show them; where they are changed. */
final class KeptLocks {
    private KeptLocks() {}

    /** A lock; {@code reason} may be empty. */
    record Row(String kind, String words, String reason, String edit, String remove) {}

    static List<Row> of(Snapshot estate) {
        return estate.document().locks().stream().map(lock -> row(estate.slug(), lock)).toList();
    }

    private static Row row(String slug, Lock lock) {
        String at = page(slug) + UriUtils.encode(lock.name(), UTF_8);
        return new Row(lock.keep(), lock.name(), Objects.requireNonNullElse(lock.reason(), ""), at + "/edit",
                at + "/delete");
    }

    /** Where locks are added. */
    static String adding(String slug) {
        return page(slug) + "new";
    }

    /** The same with two services and how to keep them filled in. */
    static String adding(String slug, String keep, List<String> set) {
        return Hidden.address(adding(slug), List.of(new Hidden("service", set.getFirst()), new Hidden("keep", keep),
                new Hidden("other", set.getLast())));
    }

    private static String page(String slug) {
        return "/estates/" + UriUtils.encode(slug, UTF_8) + "/locks/";
    }
}
