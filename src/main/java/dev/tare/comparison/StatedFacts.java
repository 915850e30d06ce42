package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.SupportEnd;
import dev.tare.engine.Facts;
import dev.tare.engine.Facts.Tag;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.estate.EstateDocument.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a service states besides its weight, as of a day. */
record StatedFacts(Catalogue catalogue, LocalDate today) {
    private static final Set<String> BY_TIMETABLE = Set.of("CronJob", "Job");

    Facts of(Service service) {
        Image image = service.image();
        Optional<SupportEnd> end = supportEnd(service.runtime());
        return new Facts(tag(image), age(image), runtime(service.runtime()), end.isPresent(),
                end.map(each -> (double) ChronoUnit.DAYS.between(each.until(), today)).orElse(Double.NaN),
                service.dataStores(), release(image), scheduled(service), serves(image),
                image == null ? Double.NaN : number(image.packages()),
                image == null ? Double.NaN : number(image.vulnerabilities()),
                image == null ? List.of() : image.components());
    }

    private Tag tag(@Nullable Image image) {
        String reference = image == null ? null : image.reference();
        boolean digest = image != null && image.digest() != null && !image.digest().isBlank();
        if (digest || reference != null && reference.contains("@sha256:")) {
            return Tag.DIGEST;
        }
        if (reference == null || reference.isBlank()) {
            return Tag.UNKNOWN;
        }
        return catalogue.software().moves(name(reference)) ? Tag.MOVING : Tag.VERSION;
    }

    /** What stands after the colon of the last part; nothing where there is none. */
    private static String name(String reference) {
        String last = reference.substring(reference.lastIndexOf('/') + 1);
        return last.contains(":") ? last.substring(last.indexOf(':') + 1) : "";
    }

    private double age(@Nullable Image image) {
        Instant built = image == null ? null : image.builtAt();
        return built == null ? Double.NaN : ChronoUnit.DAYS.between(day(built), today);
    }

    /** One version built on one day. */
    private String release(@Nullable Image image) {
        Instant built = image == null ? null : image.builtAt();
        String reference = image == null ? null : image.reference();
        return built == null || reference == null || tag(image) == Tag.MOVING || name(reference).isEmpty()
                ? ""
                : name(reference) + " of " + day(built);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Optional<SupportEnd> supportEnd(@Nullable Runtime runtime) {
        return runtime == null || runtime.language() == null || runtime.version() == null
                ? Optional.empty()
                : catalogue.software().supportEnd(runtime.language(), runtime.version());
    }

    private String runtime(@Nullable Runtime runtime) {
        if (runtime == null || runtime.language() == null) {
            return "";
        }
        String name = catalogue.software().languages().get(catalogue.software().runtimeOf(runtime.language())).name();
        return runtime.version() == null ? name : name + " " + runtime.version();
    }

    private static boolean scheduled(Service service) {
        boolean load = service.load() != null && "scheduled".equals(service.load().kind());
        return load || service.kind() != null && BY_TIMETABLE.contains(service.kind());
    }

    private boolean serves(@Nullable Image image) {
        return image != null && image.reference() != null && catalogue.software().servesFiles(image.reference());
    }

    private static double number(@Nullable Integer stated) {
        return stated == null ? Double.NaN : stated;
    }
}
