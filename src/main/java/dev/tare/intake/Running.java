package dev.tare.intake;

import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.container.ImageReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Services by what tells their images: digest, reference, names. Thousands of images find their services among thousands
 * without asking each of them.
 */
final class Running {
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    /** By what tells an image: the names of services, by their places. */
    private final Map<String, TreeMap<Integer, String>> telling = new HashMap<>();

    /** A service, or what has become of the one of that name. */
    void put(Service service) {
        Integer place = places.computeIfAbsent(service.name(), name -> places.size());
        services.put(service.name(), service);
        told(service).forEach(key -> telling.computeIfAbsent(key, fresh -> new TreeMap<>()).put(place, service.name()));
    }

    Stream<Service> all() {
        return services.values().stream();
    }

    boolean isEmpty() {
        return services.isEmpty();
    }

    /** Services that may run an image, in the order they came; those that may not are left out, not all of them. */
    List<Service> near(Service image) {
        TreeMap<Integer, String> found = new TreeMap<>();
        asked(image).forEach(key -> found.putAll(telling.getOrDefault(key, new TreeMap<>())));
        return found.values().stream().flatMap(name -> Stream.ofNullable(services.get(name))).toList();
    }

    private static Stream<String> told(Service service) {
        Image image = service.image();
        String reference = image == null ? null : image.reference();
        Stream<String> names = Stream.concat(Stream.of(service.name()), service.aliases().stream()).map(Running::named);
        Stream<String> digests = Stream.ofNullable(image == null ? null : image.digest()).map(Running::digest);
        return Stream.of(names, digests, Stream.ofNullable(reference).flatMap(Running::told)).flatMap(keys -> keys);
    }

    private static Stream<String> told(String reference) {
        return Stream.concat(Stream.of("file " + ImageReference.of(reference).name()),
                told(ImageReference.of(reference)));
    }

    private static Stream<String> told(ImageReference image) {
        return Stream.concat(Stream.of("at " + image.full()), Stream.ofNullable(image.digest()).map(Running::digest));
    }

    private static Stream<String> asked(Service image) {
        String digest = image.image() == null ? null : image.image().digest();
        return Stream.concat(Stream.ofNullable(digest).map(Running::digest), Images.reference(image) == null
                ? Stream.of(named(image.name()), "file " + image.name())
                : Stream.concat(Stream.of(Images.label(image)), image.aliases().stream()).map(ImageReference::of)
                        .flatMap(Running::told));
    }

    /** Alike where {@link String#equalsIgnoreCase} finds names alike. */
    private static String named(String name) {
        StringBuilder folded = new StringBuilder("name ");
        name.chars().map(Character::toUpperCase).map(Character::toLowerCase)
                .forEach(c -> folded.append((char) c));
        return folded.toString();
    }

    private static String digest(String digest) {
        return "digest " + digest;
    }
}
