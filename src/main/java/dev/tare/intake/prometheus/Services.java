package dev.tare.intake.prometheus;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The services met so far. The same name in two namespaces is two services, and the second carries its namespace. */
final class Services {
    private final Map<Workload, Seen> seen = new LinkedHashMap<>();

    /** A workload's service, new when it was not met before. */
    Seen of(Workload workload) {
        Optional<Seen> known = find(workload);
        known.filter(service -> service.namespace.isEmpty()).ifPresent(service -> {
            service.namespace = workload.namespace();
            seen.put(workload, service);
        });
        return known.orElseGet(() -> seen.computeIfAbsent(workload, key -> new Seen(free(key), key.namespace())));
    }

    /** A workload's service: by both its names, or by its name alone where only one side tells a namespace. */
    Optional<Seen> find(Workload workload) {
        Seen exact = seen.get(workload);
        if (exact != null) {
            return Optional.of(exact);
        }
        if (!workload.namespace().isEmpty()) {
            return Optional.ofNullable(seen.get(new Workload("", workload.name())))
                    .filter(service -> service.namespace.isEmpty());
        }
        return only(seen.values().stream().filter(service -> service.name.equals(workload.name())
                || service.aliases.contains(workload.name())).distinct().toList());
    }

    private static Optional<Seen> only(List<Seen> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private String free(Workload workload) {
        Set<String> taken = seen.values().stream().map(service -> service.name).collect(Collectors.toSet());
        String name = workload.name();
        if (taken.contains(name) && !workload.namespace().isEmpty()) {
            name = workload.name() + "." + workload.namespace();
        }
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    /** All of them, once each, in the order they were met. */
    Collection<Seen> all() {
        return seen.values().stream().distinct().toList();
    }

    /** The namespaces they are in. */
    Set<String> namespaces() {
        return seen.values().stream().map(service -> service.namespace).filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
