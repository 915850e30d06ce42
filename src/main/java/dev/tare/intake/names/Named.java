package dev.tare.intake.names;

import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service beside what its names say.
 *
 * @param spelling of its own name
 * @param formats  that saw it as a thing of its own, under whatever name
 */
record Named(Service service, Spelling spelling, Set<String> formats) {
    static Named of(Service service, Set<String> namespaces) {
        return new Named(service, Spelling.of(service.name(), namespaces), service.provenance().stream()
                .map(Provenance::format).filter(Objects::nonNull).filter(format -> !format.equals(Memory.FORMAT))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    String name() {
        return service.name();
    }

    /** As stated, else as its name as a host has it. */
    @Nullable
    String namespace() {
        return service.namespace() == null ? spelling.namespace() : service.namespace().toLowerCase(Locale.ROOT);
    }

    /** Its name and every other one it goes by. */
    List<String> names() {
        return Stream.concat(Stream.of(service.name()), service.aliases().stream()).distinct().toList();
    }

    boolean goesBy(String name) {
        return service.name().equals(name) || service.aliases().contains(name);
    }

    boolean isVersion() {
        return spelling.version() != null;
    }
}
