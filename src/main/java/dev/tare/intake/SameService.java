package dev.tare.intake;

import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which service of a draft is which of an estate: the one an earlier import of that format knew by this name,
 * else the one of that name, else the only one with that alias; never one of another namespace.
 */
final class SameService {
    private final List<Service> current;
    private final Set<String> taken = new HashSet<>();

    private SameService(List<Service> current) {
        this.current = current;
    }

    /** For each service of the draft, its name in the estate. */
    static Map<String, String> names(List<Service> current, List<Service> draft) {
        SameService same = new SameService(current);
        Map<String, String> names = new HashMap<>();
        for (Service read : draft) {
            names.put(read.name(), same.find(read).map(Service::name).orElseGet(() -> same.free(read)));
            same.taken.add(Objects.requireNonNull(names.get(read.name())));
        }
        return names;
    }

    private Optional<Service> find(Service read) {
        @Nullable
        String format = read.provenance().stream().map(Provenance::format).filter(Objects::nonNull)
                .findFirst().orElse(null);
        return first(read, known -> Claims.knownAs(known, read.name(), format))
                .or(() -> first(read, known -> known.name().equals(read.name())))
                .or(() -> only(read, known -> known.aliases().contains(read.name())))
                .or(() -> only(read, known -> read.aliases().contains(known.name())));
    }

    private Optional<Service> first(Service read, Predicate<Service> test) {
        return current.stream().filter(known -> fits(known, read)).filter(test).findFirst();
    }

    private Optional<Service> only(Service read, Predicate<Service> test) {
        List<Service> all = current.stream().filter(known -> fits(known, read)).filter(test).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private boolean fits(Service known, Service read) {
        boolean elsewhere = known.namespace() != null && read.namespace() != null
                && !known.namespace().equals(read.namespace());
        return !elsewhere && !taken.contains(known.name());
    }

    /** A name nobody has; a namesake in another namespace makes the newcomer carry its own. */
    private String free(Service read) {
        String name = read.name();
        if (isUsed(name) && read.namespace() != null) {
            name = read.name() + "." + read.namespace();
        }
        String free = name;
        for (int i = 2; isUsed(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private boolean isUsed(String name) {
        return taken.contains(name) || current.stream().anyMatch(known -> known.name().equals(name));
    }
}
