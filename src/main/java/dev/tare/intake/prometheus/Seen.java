package dev.tare.intake.prometheus;

import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.intake.Claims;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One service as it is put together. */
final class Seen {
    final String name;
    String namespace;
    final Set<String> aliases = new LinkedHashSet<>();
    final Set<String> stores = new LinkedHashSet<>();
    final Map<String, String> notes = new HashMap<>();
    @Nullable
    String kind;
    @Nullable
    Double replicas;
    @Nullable
    Resource cpu;
    @Nullable
    Resource memory;
    @Nullable
    Image image;
    List<Sidecar> sidecars = List.of();

    Seen(String name, String namespace) {
        this.name = name;
        this.namespace = namespace;
    }

    Service service(String format, String file) {
        Service service = new Service(name, List.copyOf(aliases), null, kind, namespace.isEmpty() ? null : namespace,
                null, replicas, cpu, memory, image, null, null, null, List.copyOf(stores), null, null, null, null,
                sidecars, List.of(), List.of());
        return Claims.stamp(service, format, file, notes);
    }
}
