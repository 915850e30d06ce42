package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.site.Figures;
import dev.tare.site.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** The services of an estate in a table, or those that were searched for. */
record InventoryView(String slug, String words, int total, int found, int page, int pages, int calls, List<Row> rows,
        List<String> teams, String home) {
    private static final int ROWS = 200;

    /** A service; {@code missing} are the facts the bill has to assume. */
    record Row(String name, String label, String edit, String delete, String team, String runtime, String replicas,
            String cpu,
            String memory, String image, int callsIn, int callsOut, boolean entry, List<String> missing) {}

    static InventoryView of(String slug, EstateDocument document, String words, int page) {
        List<Service> found = document.services().stream().filter(service -> matches(service, words)).toList();
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int shown = Math.clamp(page, 1, pages);
        Builder builder = new Builder(slug, document);
        List<Row> rows = found.stream().skip((shown - 1L) * ROWS).limit(ROWS).map(builder::row).toList();
        return new InventoryView(slug, words, document.services().size(), found.size(), shown, pages,
                document.calls().size(), rows, document.teams().stream().map(EstateDocument.Team::name).toList(),
                Addresses.of(slug));
    }

    private static boolean matches(Service service, String words) {
        String text = (service.name() + " " + service.team() + " " + service.runtime() + " " + service.aliases())
                .toLowerCase(Locale.ROOT);
        return words.toLowerCase(Locale.ROOT).lines().flatMap(line -> List.of(line.split("\\s+")).stream())
                .allMatch(text::contains);
    }

    /** Counts the calls once for all rows. */
    private static final class Builder {
        private static final String ABSENT = "—";
        private final String slug;
        private final Map<String, Integer> callsIn = new HashMap<>();
        private final Map<String, Integer> callsOut = new HashMap<>();
        private final List<String> entries;
        private final Figures figures = Figures.forViewer();

        Builder(String slug, EstateDocument document) {
            this.slug = slug;
            for (Call call : document.calls()) {
                callsIn.merge(call.to(), 1, Integer::sum);
                callsOut.merge(call.from(), 1, Integer::sum);
            }
            this.entries = document.entries().stream().map(EstateDocument.Entry::service).toList();
        }

        Row row(Service service) {
            String name = service.name();
            return new Row(name, Place.service(slug, name), Addresses.of(slug, "services", name, "edit"),
                    Addresses.of(slug, "services", name, "delete"), service.team() == null ? ABSENT : service.team(),
                    runtime(service), written(service.replicas(), figures::number),
                    resource(service.cpu(), figures::vcpu),
                    resource(service.memory(), figures::memory), image(service), callsIn.getOrDefault(name, 0),
                    callsOut.getOrDefault(name, 0), entries.contains(name), missing(service));
        }

        private static String runtime(Service service) {
            EstateDocument.Runtime runtime = service.runtime();
            if (runtime == null || runtime.language() == null) {
                return ABSENT;
            }
            return runtime.version() == null ? runtime.language() : runtime.language() + " " + runtime.version();
        }

        private static String resource(@Nullable Resource resource, DoubleFunction<String> writer) {
            if (resource == null) {
                return ABSENT;
            }
            return written(resource.request() == null ? resource.used() : resource.request(), writer);
        }

        private String image(Service service) {
            Image image = service.image();
            return image == null ? ABSENT : written(image.compressedBytes(), figures::bytes);
        }

        private static String written(@Nullable Double value, DoubleFunction<String> writer) {
            return value == null ? ABSENT : writer.apply(value);
        }

        private static List<String> missing(Service service) {
            List<String> missing = new ArrayList<>();
            addIf(missing, service.replicas() == null, "replicas");
            addIf(missing, service.cpu() == null, "CPU");
            addIf(missing, service.memory() == null, "memory");
            addIf(missing, service.workMs() == null, "work time");
            addIf(missing, service.image() == null && service.payloadBytes() == null, "image");
            addIf(missing, service.deploysPerMonth() == null, "deploys");
            return missing;
        }

        private static void addIf(List<String> missing, boolean absent, String what) {
            if (absent) {
                missing.add(what);
            }
        }
    }
}
