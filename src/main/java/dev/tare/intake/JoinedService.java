package dev.tare.intake;

import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.Joining.Joined;
import dev.tare.intake.names.Memory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One service of several: what the first does not say the next may; what runs side by side adds up. */
final class JoinedService {
    /** Fields that mean something only together, so that they come from one part. */
    private static final Set<String> TOGETHER = Set.of("workMs", "runtime", "load", "cpu", "memory");
    private static final List<String> REPLICAS = List.of("replicas");

    private final Service one;
    private final Service other;
    private final Fields fields;
    private final Set<Provenance> provenance;

    private JoinedService(Service one, Service other) {
        this.one = one;
        this.other = other;
        this.fields = Fields.of(one);
        this.provenance = new LinkedHashSet<>(one.provenance());
        provenance.addAll(other.provenance());
    }

    static Service of(Joined group) {
        Service joined = group.parts().getFirst();
        for (Service part : group.parts().subList(1, group.parts().size())) {
            joined = new JoinedService(joined, part).joined();
        }
        Set<String> aliases = new LinkedHashSet<>();
        group.parts().forEach(part -> {
            aliases.add(part.name());
            aliases.addAll(part.aliases());
        });
        aliases.remove(group.as());
        Set<Provenance> provenance = new LinkedHashSet<>(joined.provenance());
        provenance.addAll(group.notes());
        return Fields.of(joined).renamed(group.as()).as(Service.class,
                Map.of("aliases", List.copyOf(aliases), "provenance", List.copyOf(provenance)));
    }

    private Service joined() {
        Map<List<String>, JsonNode> mine = Map.copyOf(fields.leaves());
        Fields.of(other).leaves().forEach((path, value) -> {
            if (!mine.containsKey(path) && isTaken(path, mine)) {
                fields.leaves().put(path, value);
            }
        });
        addReplicas();
        Set<String> stores = new LinkedHashSet<>(one.dataStores());
        stores.addAll(other.dataStores());
        put("dataStores", List.copyOf(stores));
        put("costs", costs());
        return fields.as(Service.class, Map.of("aliases", List.of(), "provenance", List.copyOf(provenance)));
    }

    private void put(String field, List<?> values) {
        if (!values.isEmpty()) {
            fields.leaves().put(List.of(field), Fields.node(values));
        }
    }

    private boolean isTaken(List<String> path, Map<List<String>, JsonNode> mine) {
        String group = path.getFirst();
        boolean known = mine.keySet().stream().anyMatch(own -> own.getFirst().equals(group));
        return !known || group.equals("sidecars") || group.equals("image") && !isAnotherImage()
                || !TOGETHER.contains(group) && !group.equals("image");
    }

    private boolean isAnotherImage() {
        String mine = one.image() == null ? null : one.image().reference();
        String theirs = other.image() == null ? null : other.image().reference();
        return mine != null && theirs != null && !mine.equals(theirs);
    }

    /** Replicas that one format counted of both run side by side. */
    private void addReplicas() {
        Double mine = one.replicas();
        Double theirs = other.replicas();
        if (mine == null || theirs == null) {
            return;
        }
        claimant(one, REPLICAS, mine).filter(claim -> claimant(other, REPLICAS, theirs)
                .filter(there -> Objects.equals(there.format(), claim.format())).isPresent()).ifPresent(claim -> {
                    JsonNode sum = Fields.node(mine + theirs);
                    fields.leaves().put(REPLICAS, sum);
                    provenance.add(new Provenance(claim.format(), claim.file(), "replicas = " + Fields.text(sum)
                            + " (of " + one.name() + " and " + other.name() + " together)"));
                });
    }

    private static Optional<Provenance> claimant(Service service, List<String> path, Object value) {
        JsonNode node = Fields.node(value);
        return service.provenance().stream().filter(entry -> !Memory.FORMAT.equals(entry.format()))
                .filter(entry -> Claims.claims(entry, path, node)).findFirst();
    }

    /** Both parts' money; lines of one category and source become one, and so do the claims on them. */
    private List<Cost> costs() {
        List<Cost> costs = new ArrayList<>(one.costs());
        for (Cost cost : other.costs()) {
            Predicate<Cost> alike = known -> Objects.equals(known.category(), cost.category())
                    && Objects.equals(known.source(), cost.source()) && known.monthly() != null;
            Optional<Cost> same = costs.stream().filter(alike).findFirst();
            if (same.isEmpty() || cost.monthly() == null) {
                costs.add(cost);
            } else {
                Cost sum = new Cost(cost.category(), Objects.requireNonNull(same.get().monthly()).add(cost.monthly()),
                        cost.source());
                claim(same.get(), sum);
                costs.set(costs.indexOf(same.get()), sum);
            }
        }
        return costs;
    }

    private void claim(Cost was, Cost sum) {
        Stream.concat(one.provenance().stream(), other.provenance().stream())
                .filter(entry -> CostMerge.claim(was).equals(entry.detail())).findFirst()
                .ifPresent(claim -> provenance.add(new Provenance(claim.format(), claim.file(), CostMerge.claim(sum))));
    }

    /** The service with other replicas. */
    static Service withReplicas(Service service, @Nullable Double replicas) {
        Fields fields = Fields.of(service);
        if (replicas != null) {
            fields.leaves().put(REPLICAS, Fields.node(replicas));
        }
        return fields.as(Service.class, Map.of("aliases", service.aliases(), "provenance", service.provenance()));
    }
}
