package dev.tare.intake.names;

import dev.tare.estate.EstateDocument.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The namespaces an estate knows: those its services state, and what stands behind the point of several names, as meshes
 * write names into traces: {@code reviews.shop}, {@code ratings.shop}.
 */
final class Namespaces {
    private static final Set<String> DOMAINS = Set.of("com", "org", "net", "io", "dev", "local", "internal", "example",
            "test", "cloud", "app");

    private Namespaces() {}

    static Set<String> of(List<Service> services) {
        Set<String> known = services.stream().map(Service::namespace).filter(Objects::nonNull)
                .map(namespace -> namespace.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(HashSet::new));
        Map<String, Integer> behind = new HashMap<>();
        for (Service service : services) {
            String[] labels = service.name().toLowerCase(Locale.ROOT).split("\\.", -1);
            if (labels.length == 2 && !DOMAINS.contains(labels[1])) {
                behind.merge(labels[1], 1, Integer::sum);
            }
        }
        behind.forEach((label, times) -> {
            if (times > 1) {
                known.add(label);
            }
        });
        return known;
    }
}
