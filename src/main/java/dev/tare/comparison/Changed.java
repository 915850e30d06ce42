package dev.tare.comparison;

import static dev.tare.comparison.Problems.below;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.FieldDefault;
import dev.tare.catalogue.KnownImage;
import dev.tare.estate.Changes;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.site.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The one place where an estate becomes what a scenario takes it to be. Whatever is not changed stays the same object, so
 * that nothing else of a bill can move.
 */
final class Changed {
    private static final String PAYLOAD = "payloadBytes";

    private final Catalogue catalogue;
    private final EstateDocument estate;
    private final EngineMapping mapping;
    private final Problems problems;

    Changed(Catalogue catalogue, EstateDocument estate, EngineMapping mapping, Problems problems) {
        this.catalogue = catalogue;
        this.estate = estate;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The same estate where nothing changes. */
    EstateDocument by(Changes changes, String path) {
        if (changes.isNone()) {
            return estate;
        }
        String at = below(path, "changes");
        EstateDocument services = estate.withServices(services(changes, at));
        return changes.rate() == null && changes.rates().isEmpty()
                ? services
                : services.withEntries(entries(changes, at));
    }

    private List<Entry> entries(Changes changes, String path) {
        Double rate = changes.rate();
        double factor = rate == null ? 1 : amount(below(path, "rate"), rate);
        if (rate != null && estate.entries().isEmpty()) {
            problems.at(below(path, "rate"), "an entry point with a rate to multiply", "none in this estate");
        }
        Map<Integer, Double> rates = amounts(changes.rates(), below(path, "rates"));
        rates.keySet().stream().filter(position -> estate.entries().stream().noneMatch(at(position)))
                .forEach(position -> problems.at(below(path, "rates"), "a service with an entry point",
                        estate.services().get(position).name()));
        return estate.entries().stream().map(entry -> entry(entry, rates, factor)).toList();
    }

    private Predicate<Entry> at(int position) {
        return entry -> mapping.position(entry.service()).filter(known -> known == position).isPresent();
    }

    private Entry entry(Entry entry, Map<Integer, Double> rates, double factor) {
        Double own = mapping.position(entry.service()).map(rates::get).orElse(null);
        Double mean = entry.meanPerSecond();
        Double peak = entry.peakPerSecond();
        if (own == null) {
            return new Entry(entry.service(), times(mean, factor), times(peak, factor));
        }
        return new Entry(entry.service(), own, mean == null || mean == 0 ? null : times(peak, own / mean));
    }

    private static @Nullable Double times(@Nullable Double rate, double factor) {
        return rate == null ? null : Double.valueOf(rate * factor);
    }

    private List<Service> services(Changes changes, String path) {
        Map<Integer, Double> replicas = amounts(changes.replicas(), below(path, "replicas"));
        Map<Integer, Base> bases = bases(changes.baseImages(), below(path, "baseImages"));
        return IntStream.range(0, estate.services().size())
                .mapToObj(i -> service(estate.services().get(i), replicas.get(i), bases.get(i))).toList();
    }

    private Service service(Service service, @Nullable Double replicas, @Nullable Base base) {
        Service sized = replicas == null ? service : service.withReplicas(replicas);
        return base == null ? sized : sized.withImage(image(service, base), service.provenance());
    }

    /** A base image; {@code name} is the same for all services that stand on it, so that it is kept once. */
    private record Base(String name, double compressed) {}

    /**
     * The base with the application on top of it: its payload, or the usual one as far as its image holds that much. The
     * reference stays, because it may be all that tells the language.
     */
    private Image image(Service service, Base base) {
        Image old = service.image();
        double payload = payload(service);
        return new Image(old == null ? null : old.reference(), null, base.compressed() + payload, null,
                List.of(new Layer("base " + base.name(), base.compressed()),
                        new Layer("application " + service.name(), payload)),
                old == null ? null : old.builtAt(), null, null);
    }

    private double payload(Service service) {
        Double stated = service.payloadBytes();
        if (stated != null) {
            return stated;
        }
        double usual = catalogue.fieldDefault(PAYLOAD).map(FieldDefault::value).filter(Double::isFinite).orElse(0.0);
        Image image = service.image();
        Double held = image == null ? null : image.compressedBytes();
        return held == null ? usual : Math.min(usual, held);
    }

    private Map<Integer, Base> bases(Map<String, String> images, String path) {
        Map<Integer, Base> bases = new HashMap<>();
        String all = images.get(Changes.ALL);
        if (all != null) {
            Base base = base(all, below(path, Changes.ALL));
            IntStream.range(0, estate.services().size()).forEach(i -> bases.put(i, base));
        }
        images.forEach((service, image) -> {
            if (!service.equals(Changes.ALL)) {
                position(service, path).ifPresent(i -> bases.put(i, base(image, below(path, service))));
            }
        });
        return bases;
    }

    private Base base(@Nullable String written, String path) {
        String text = Objects.requireNonNullElse(written, "").strip();
        Optional<KnownImage> known = known(text);
        Double compressed = known.map(KnownImage::compressed).orElse(null);
        if (compressed != null) {
            return new Base(known.map(KnownImage::pattern).orElse(text), compressed);
        }
        OptionalDouble bytes = Quantity.BYTES.parse(text);
        if (bytes.isEmpty()) {
            problems.at(path, "a known image such as alpine:3, or its compressed bytes", text);
        }
        return new Base(text, bytes.orElse(0));
    }

    private Optional<KnownImage> known(String text) {
        Optional<KnownImage> pattern = catalogue.software().knownImages().stream()
                .filter(each -> each.pattern().equals(text)).findFirst();
        return pattern.isPresent() || text.isEmpty() ? pattern : catalogue.software().image(text);
    }

    private Map<Integer, Double> amounts(Map<String, Double> by, String path) {
        Map<Integer, Double> amounts = new HashMap<>();
        by.forEach((service, amount) -> position(service, path)
                .ifPresent(i -> amounts.put(i, amount(below(path, service), amount))));
        return amounts;
    }

    private Optional<Integer> position(String service, String path) {
        Optional<Integer> position = mapping.position(service);
        if (position.isEmpty()) {
            problems.at(path, "the name of a service of this estate", service);
        }
        return position;
    }

    private double amount(String path, @Nullable Double amount) {
        if (amount == null || !(amount >= 0) || amount.isInfinite()) {
            problems.at(path, "a number, 0 or more", String.valueOf(amount));
            return 0;
        }
        return amount;
    }
}
