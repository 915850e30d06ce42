package dev.tare.intake;

import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.names.Surely;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which service of a draft is which of an estate: the one an earlier import of that format knew by this name,
 * else the one of that name, else the only one with that alias, else the only one whose address the name is; never one of
 * another namespace.
 */
final class SameService {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, List<Service>> claimed;
    private final Map<String, List<Service>> named;
    private final Map<String, List<Service>> aliased;
    private final Map<String, List<Service>> addressed;

    private SameService(List<Service> current) {
        claimed = index(current, service -> service.provenance().stream().flatMap(SameService::claim));
        named = index(current, service -> Stream.of(service.name()));
        aliased = index(current, service -> service.aliases().stream());
        addressed = index(current, service -> Stream.concat(Stream.of(service.name()), service.aliases().stream())
                .flatMap(SameService::addresses));
    }

    private static Map<String, List<Service>> index(List<Service> services,
            Function<Service, Stream<String>> keys) {
        Map<String, List<Service>> index = new HashMap<>();
        services.forEach(service -> keys.apply(service).distinct()
                .forEach(key -> index.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(service)));
        return index;
    }

    private static Stream<String> claim(Provenance entry) {
        String name = Claims.name(entry);
        return name == null ? Stream.empty() : Stream.of(entry.format() + "\n" + name);
    }

    /** What may be left of a name when it is an address. */
    private static Stream<String> addresses(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "");
        return Stream.of(bare, bare.split("[:/]", 2)[0], bare.split("[.:/]", 2)[0]);
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
        return fitting(read, at(claimed, format + "\n" + read.name())).findFirst()
                .or(() -> fitting(read, at(named, read.name())).findFirst())
                .or(() -> only(fitting(read, at(aliased, read.name()))))
                .or(() -> only(fitting(read, read.aliases().stream().flatMap(alias -> at(named, alias)))))
                .or(() -> only(fitting(read, Stream.concat(Stream.of(read.name()), read.aliases().stream())
                        .flatMap(SameService::addresses).flatMap(name -> at(addressed, name)))
                        .filter(known -> Surely.same(known, read))));
    }

    private static Stream<Service> at(Map<String, List<Service>> index, String key) {
        return index.getOrDefault(key, List.of()).stream();
    }

    private static Optional<Service> only(Stream<Service> found) {
        List<Service> all = found.distinct().limit(2).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private Stream<Service> fitting(Service read, Stream<Service> services) {
        return services.filter(known -> fits(known, read));
    }

    private boolean fits(Service known, Service read) {
        return !isElsewhere(known, read) && !taken.contains(known.name());
    }

    /** Whether both state a namespace, and not the same. */
    static boolean isElsewhere(Service one, Service other) {
        return one.namespace() != null && other.namespace() != null && !one.namespace().equals(other.namespace());
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
        return taken.contains(name) || named.containsKey(name);
    }
}
