package dev.tare.intake.compose;

import dev.tare.intake.container.NamedHost;
import dev.tare.intake.container.NamedHost.Form;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves host names as Docker's DNS would within one project. */
final class Names {
    /** Numbers below this after a name are more often an image's tag than a port. */
    private static final int LOWEST_UNDECLARED_PORT = 100;
    private static final Set<Integer> COMMON = Set.of(21, 22, 25, 53, 80);

    private final Map<String, Set<Part>> byHost = new HashMap<>();
    private final Map<String, Part> byKey = new HashMap<>();

    Names(List<Part> parts) {
        parts.forEach(part -> byKey.put(part.key(), part));
        for (Part part : parts) {
            part.hosts().forEach(host -> byHost.computeIfAbsent(host.toLowerCase(Locale.ROOT),
                    key -> new LinkedHashSet<>()).add(part));
        }
    }

    /** The services a host leads to, each by the one whose network it shares; none when it lies outside. */
    List<Part> resolve(NamedHost named, Part from) {
        String linked = from.links().get(named.host());
        Set<Part> behind = linked == null
                ? byHost.getOrDefault(named.host(), Set.of())
                : byHost.getOrDefault(linked.toLowerCase(Locale.ROOT), Set.of());
        return behind.stream().filter(part -> isPlausible(named, part)).map(this::home).distinct().toList();
    }

    /** The service itself, or the one it runs beside. */
    Part home(Part part) {
        return Objects.requireNonNullElse(byKey.get(part.home()), part);
    }

    @Nullable
    Part home(String key) {
        Part part = byKey.get(key);
        return part == null ? null : home(part);
    }

    private static boolean isPlausible(NamedHost named, Part part) {
        Integer port = named.port();
        return port == null || named.form() != Form.HOST_AND_PORT || port >= LOWEST_UNDECLARED_PORT
                || COMMON.contains(port) || part.ports().contains(port.toString());
    }
}
