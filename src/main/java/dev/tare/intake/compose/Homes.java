package dev.tare.intake.compose;

import dev.tare.intake.tree.Tree;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which service each one shares the network of, by following {@code network_mode} from one to the next: its own key when
 * it has a network of its own, or when the way leads back to itself. Every service is looked at once, however many share
 * one network and however long the way to it.
 */
final class Homes {
    private static final String SERVICE = "service:";
    private static final String CONTAINER = "container:";
    /** What a way that never ends leads to. */
    private static final String NOWHERE = "";

    private final Map<String, String> beside = new HashMap<>();
    private final Map<String, String> homes = new HashMap<>();

    /** Looks at the settings of all services of a project. */
    Homes(Map<String, Tree> services) {
        Map<String, String> containers = new HashMap<>();
        services.forEach((key, spec) -> spec.value("container_name")
                .ifPresent(container -> containers.putIfAbsent(container, key)));
        services.forEach((key, spec) -> {
            String mode = spec.value("network_mode").or(() -> spec.value("net")).orElse("");
            String named = mode.substring(mode.indexOf(':') + 1);
            if (mode.startsWith(SERVICE) && services.containsKey(named)) {
                beside.put(key, named);
            } else if (mode.startsWith(CONTAINER) && containers.containsKey(named)) {
                beside.put(key, Objects.requireNonNull(containers.get(named)));
            }
        });
    }

    /** The service whose network a service runs in. */
    String of(String service) {
        Set<String> way = new LinkedHashSet<>();
        String at = service;
        while (!homes.containsKey(at) && beside.containsKey(at) && way.add(at)) {
            at = Objects.requireNonNull(beside.get(at));
        }
        String home = homes.getOrDefault(at, way.contains(at) ? NOWHERE : at);
        way.forEach(passed -> homes.put(passed, home));
        return home.isEmpty() ? service : home;
    }
}
