package dev.tare.intake;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Today;
import dev.tare.intake.names.Memory;
import dev.tare.intake.names.Proposal;
import dev.tare.intake.names.Proposals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one service of several, and everything that speaks of them speak of the one: calls, entry points, hosts, groups. A
 * pure function. Of two values the first stays; what one tool saw of two that run side by side adds up.
 */
final class Joining {
    private final EstateDocument document;
    private final Map<String, Joined> groups;

    /**
     * Services that become one.
     *
     * @param parts the first is the one whose values stay
     * @param notes what to remember of them
     */
    record Joined(String as, List<Service> parts, List<Provenance> notes) {
        /** The parts that a format saw. */
        List<Service> seenBy(String format) {
            return parts.stream().filter(part -> Claims.formats(part.provenance()).anyMatch(format::equals)).toList();
        }
    }

    private Joining(EstateDocument document, List<Joined> joined) {
        this.document = document;
        this.groups = new HashMap<>();
        joined.forEach(group -> group.parts().forEach(part -> groups.put(part.name(), group)));
    }

    /** The document with proposals accepted that still find both of their services. */
    static EstateDocument accept(EstateDocument document, List<Proposal> accepted) {
        EstateDocument joined = document;
        for (Proposal proposal : accepted) {
            Service one = Proposals.find(joined, proposal.into()).orElse(null);
            Service gone = Proposals.find(joined, proposal.name()).orElse(null);
            if (one != null && gone != null && !one.name().equals(gone.name())) {
                joined = of(joined, List.of(new Joined(as(joined, proposal, one), List.of(one, gone),
                        notes(proposal, one, gone))));
            }
        }
        return joined;
    }

    private static String as(EstateDocument document, Proposal proposal, Service one) {
        boolean renamed = one.name().equals(proposal.into()) && document.services().stream()
                .noneMatch(service -> service.name().equals(proposal.as()));
        return renamed ? proposal.as() : one.name();
    }

    private static List<Provenance> notes(Proposal proposal, Service one, Service gone) {
        List<Provenance> notes = new ArrayList<>();
        if (!Memory.joined(one).contains(one.name()) && !proposal.as().equals(one.name())) {
            notes.add(Memory.joined(one.name(), "a version of " + proposal.as()));
        }
        notes.add(Memory.joined(gone.name(), String.join("; ", proposal.why())));
        return notes;
    }

    /** The document with these groups made one service each. */
    static EstateDocument of(EstateDocument document, List<Joined> groups) {
        return groups.isEmpty() ? document : new Joining(document, groups).document();
    }

    private EstateDocument document() {
        Today today = document.today();
        return new EstateDocument(document.tare(), document.name(), document.currency(),
                today == null ? null : new Today(today.preset(), today.axes(), regrouped(today.grouping())),
                document.teams(), services(), new JoinedCalls(document, groups).all(), entries(),
                document.external().stream().map(host -> new External(host.host(), own(host.from()))).toList(),
                document.costs(), document.shapes().stream().map(this::regrouped).toList(), locks());
    }

    private String own(String name) {
        Joined group = groups.get(name);
        return group == null ? name : group.as();
    }

    /** One lock for any two; what is one service now cannot be kept apart from itself. */
    private List<Lock> locks() {
        Map<Set<String>, Lock> locks = new LinkedHashMap<>();
        for (Lock lock : document.locks()) {
            Lock joined = lock.between(own(lock.service()), own(lock.other()));
            if (!joined.service().equals(joined.other())) {
                locks.putIfAbsent(Set.copyOf(joined.services()), joined);
            }
        }
        return List.copyOf(locks.values());
    }

    private @Nullable String ownOrNone(@Nullable String name) {
        return name == null ? null : own(name);
    }

    private List<String> own(List<String> names) {
        return List.copyOf(new LinkedHashSet<>(names.stream().map(this::own).toList()));
    }

    private List<Service> services() {
        List<Service> services = new ArrayList<>();
        for (Service service : document.services()) {
            Joined group = groups.get(service.name());
            if (group == null) {
                services.add(service);
            } else if (group.parts().getFirst().name().equals(service.name())) {
                services.add(JoinedService.of(group));
            }
        }
        return services;
    }

    private List<Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, Service> before = new HashMap<>();
        document.services().forEach(service -> before.put(service.name(), service));
        Map<String, Service> whose = new HashMap<>();
        for (Entry entry : document.entries()) {
            String name = own(entry.service());
            Entry known = entries.get(name);
            boolean adds = known != null && sawBoth(whose.get(name), before.get(entry.service()));
            entries.put(name, new Entry(name, number(known == null ? null : known.meanPerSecond(),
                    entry.meanPerSecond(), adds),
                    number(known == null ? null : known.peakPerSecond(), entry.peakPerSecond(), adds)));
            whose.putIfAbsent(name, Objects.requireNonNull(before.get(entry.service())));
        }
        return List.copyOf(entries.values());
    }

    /** Whether one tool saw both, so that they are two things that run and not two names of one. */
    private static boolean sawBoth(@Nullable Service one, @Nullable Service other) {
        return one != null && other != null && Claims.formats(one.provenance())
                .filter(format -> !format.equals(Memory.FORMAT))
                .anyMatch(format -> Claims.formats(other.provenance()).anyMatch(format::equals));
    }

    private static @Nullable Double number(@Nullable Double known, @Nullable Double other, boolean adds) {
        if (known == null || other == null) {
            return known == null ? other : known;
        }
        return adds ? Double.valueOf(known + other) : known;
    }

    private SavedShape regrouped(SavedShape shape) {
        return shape.withGrouping(regrouped(shape.grouping())).withChanges(shape.changed().renamed(this::ownOrNone));
    }

    /** The joined stays where the first of its parts is, else where the others are; a unit of which nothing is left goes. */
    private @Nullable Object regrouped(@Nullable Object grouping) {
        if (!(grouping instanceof Map<?, ?> units)) {
            return grouping;
        }
        Set<String> all = new LinkedHashSet<>();
        units.values().forEach(members -> all.addAll(texts(members)));
        Map<Object, Object> joined = new LinkedHashMap<>();
        Set<String> placed = new LinkedHashSet<>();
        units.forEach((unit, members) -> {
            List<String> names = texts(members).stream().filter(name -> isPlaced(name, all)).map(this::own)
                    .filter(placed::add).toList();
            if (!(members instanceof List<?> list)) {
                joined.put(unit, members);
            } else if (!names.isEmpty() || list.isEmpty()) {
                joined.put(unit, names);
            }
        });
        return joined;
    }

    private boolean isPlaced(String name, Set<String> all) {
        Joined group = groups.get(name);
        String first = group == null ? name : group.parts().getFirst().name();
        return first.equals(name) || !all.contains(first);
    }

    private static List<String> texts(@Nullable Object members) {
        return members instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
