package dev.tare.intake;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Joining.Joined;
import dev.tare.intake.names.Memory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Joins in a draft what somebody joined in the estate, so that the same files import twice without a change and newer
 * ones update the one service that is left.
 */
final class KnownJoins {
    private final Map<String, List<Service>> owners = new HashMap<>();
    private final EstateDocument draft;
    private final Map<String, String> names = new HashMap<>();
    private final Map<Service, List<Service>> parts = new LinkedHashMap<>();

    private KnownJoins(EstateDocument current, EstateDocument draft) {
        this.draft = draft;
        for (Service service : current.services()) {
            Set<String> joined = new HashSet<>(Memory.joined(service));
            if (!joined.isEmpty()) {
                joined.add(service.name());
                joined.forEach(name -> owners.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(service));
            }
        }
        draft.services().stream().filter(read -> !Images.isImage(read)).forEach(this::place);
    }

    private void place(Service read) {
        List<Service> known = owners.getOrDefault(read.name(), List.of()).stream()
                .filter(service -> !SameService.isElsewhere(service, read)).toList();
        if (known.size() == 1) {
            parts.computeIfAbsent(known.getFirst(), _ -> new ArrayList<>()).add(read);
            names.put(read.name(), known.getFirst().name());
        }
    }

    /** The draft with what is one in the estate made one. */
    static EstateDocument in(EstateDocument current, EstateDocument draft) {
        KnownJoins joins = new KnownJoins(current, draft);
        return joins.parts.isEmpty() ? draft : joins.joined();
    }

    /** For each service of a draft, its name in the estate. */
    static Map<String, String> names(EstateDocument current, EstateDocument draft) {
        KnownJoins joins = new KnownJoins(current, draft);
        EstateDocument joined = joins.joined();
        Map<String, String> same = SameService.names(current.services(),
                joined.services().stream().filter(service -> !Images.isImage(service)).toList());
        Map<String, String> names = new HashMap<>(same);
        joins.names.forEach((read, own) -> names.put(read, same.getOrDefault(own, own)));
        return names;
    }

    private EstateDocument joined() {
        List<Joined> groups = parts.entrySet().stream()
                .map(group -> new Joined(group.getKey().name(), group.getValue(), List.of())).toList();
        EstateDocument joined = Joining.of(draft, groups);
        Map<String, Service> partly = new HashMap<>();
        parts.forEach((known, read) -> {
            if (isPartOnly(known, read)) {
                partly.put(known.name(), known);
            }
        });
        return joined.withServices(joined.services().stream().map(service -> partly.containsKey(service.name())
                ? JoinedService.withReplicas(service,
                        Objects.requireNonNull(partly.get(service.name())).replicas())
                : service).toList());
    }

    /** Whether the draft speaks of some of the parts only, so that their replicas are not all there are. */
    private static boolean isPartOnly(Service known, List<Service> read) {
        Set<String> formats = new HashSet<>();
        Set<String> here = new HashSet<>();
        read.forEach(part -> {
            here.add(part.name());
            Claims.formats(part.provenance()).forEach(formats::add);
        });
        return known.provenance().stream().filter(entry -> formats.contains(entry.format())).map(Claims::name)
                .anyMatch(name -> name != null && Memory.joined(known).contains(name) && !here.contains(name));
    }
}
