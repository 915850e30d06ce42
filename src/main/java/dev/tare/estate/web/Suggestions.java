package dev.tare.estate.web;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.KnownImage;
import dev.tare.catalogue.Language;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import dev.tare.site.Quantity;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a page offers while one types: names already in the estate, and what the catalogue knows. */
@Component
class Suggestions {
    static final List<String> CATEGORIES = List.of("compute", "load balancer", "data store", "storage",
            "traffic",
            "monitoring", "licence");
    private final Catalogue catalogue;
    private final Hints hints;

    Suggestions(Catalogue catalogue, Hints hints) {
        this.catalogue = catalogue;
        this.hints = hints;
    }

    /** Lists by what they hold. */
    record Lists(List<String> services, List<String> teams, List<Family> languages, List<Image> images,
            List<String> categories, List<Figure> assumptions) {}

    /** A figure that may be replaced: its key, and what it is with its unit. */
    record Figure(String key, String what) {}

    /** A language family: how it is written, what an empty process takes, what it is often shipped on. */
    record Family(String id, String name, String memory, String image) {}

    /** An image whose size is known; figures as they would be typed. */
    record Image(String reference, String pattern, @Nullable String compressed, @Nullable String unpacked,
            @Nullable String language) {}

    Lists in(EstateDocument document) {
        return new Lists(document.services().stream().map(Service::name).toList(),
                document.teams().stream().map(Team::name).toList(),
                catalogue.software().languages().stream().map(this::family).toList(),
                catalogue.software().knownImages().stream().map(Suggestions::image).toList(), categories(document),
                catalogue.entries().stream().filter(Assumption::usable)
                        .map(entry -> new Figure(entry.key(), entry.what() + ", " + entry.unit())).toList());
    }

    private Family family(Language language) {
        return new Family(language.id(), language.name(), hints.memory(language), language.image());
    }

    private static Image image(KnownImage image) {
        return new Image(image.pattern().replaceFirst("[:*]*\\*.*$", ""), image.pattern(), written(image.compressed()),
                written(image.unpacked()), image.language());
    }

    private static @Nullable String written(@Nullable Double bytes) {
        return bytes == null ? null : Quantity.SIZE.write(bytes);
    }

    private static List<String> categories(EstateDocument document) {
        Stream<String> used = document.services().stream().flatMap(service -> service.costs().stream())
                .map(Cost::category).filter(Objects::nonNull);
        return List.copyOf(new TreeSet<>(Stream.concat(CATEGORIES.stream(), used).toList()));
    }
}
