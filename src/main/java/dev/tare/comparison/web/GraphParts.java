package dev.tare.comparison.web;

import dev.tare.comparison.CallWeights.Weighed;
import dev.tare.comparison.graph.Picture.At;
import dev.tare.comparison.web.GraphQuery.By;
import dev.tare.engine.CallGraph.Call;
import dev.tare.estate.EstateDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which services are drawn, in which boxes, and which boxes are closed: beyond {@link #MOST} services every group is one
 * cell until somebody opens it.
 */
final class GraphParts {
    /** Services drawn one by one; more are grouped. */
    static final int MOST = 80;
    private static final int MOST_GROUPS = 100;

    private final EstateDocument estate;
    private final Weighed now;
    private final GraphQuery query;
    private final boolean[] shown;
    private final By by;
    private final boolean closed;
    private final List<Group> groups;
    private final @Nullable At[] places;

    /**
     * A box, and what is in it.
     *
     * @param members  services in the order of the estate
     * @param open     whether its services are drawn one by one
     * @param listed   the services drawn, the busiest of a large one
     */
    record Group(String name, List<Integer> members, boolean open, List<Integer> listed) {
        int others() {
            return members.size() - listed.size();
        }
    }

    GraphParts(EstateDocument estate, Weighed now, int[] units, GraphQuery query) {
        this.estate = estate;
        this.now = now;
        this.query = query;
        shown = shown();
        int count = 0;
        for (boolean each : shown) {
            count += each ? 1 : 0;
        }
        closed = count > MOST;
        Map<By, Map<String, List<Integer>>> found = new LinkedHashMap<>();
        by = by(units, found);
        groups = groups(found.computeIfAbsent(by, missing -> grouped(missing, units)));
        places = places();
    }

    List<Group> groups() {
        return groups;
    }

    /** What boxes are drawn around, which is not what was asked for where that would be too many. */
    By by() {
        return by;
    }

    /** Whether groups are closed unless opened. */
    boolean closed() {
        return closed;
    }

    /** Where a service is drawn; nowhere where it is hidden. */
    @Nullable
    At place(int service) {
        return places[service];
    }

    boolean matches(int service) {
        return !query.find().isEmpty() && estate.services().get(service).name().toLowerCase(Locale.ROOT)
                .contains(query.find().toLowerCase(Locale.ROOT));
    }

    /** Drawn services, those in closed groups too. */
    int count() {
        return groups.stream().mapToInt(group -> group.members().size()).sum();
    }

    private boolean[] shown() {
        boolean[] shown = new boolean[estate.services().size()];
        boolean[] calling = new boolean[shown.length];
        now.calls().stream().filter(call -> call.from() != call.to()).forEach(call -> calling[call.from()] = true);
        for (int service = 0; service < shown.length; service++) {
            boolean leaf = !calling[service] && !now.tares().structure().entries().containsKey(service);
            shown[service] = !query.hide().contains(estate.services().get(service).name())
                    && !(leaf && query.hide().contains(GraphQuery.LEAFS));
        }
        return shown;
    }

    /** As asked for; where that closes nothing worth closing, by the first of teams, namespaces, and neighbours that does. */
    private By by(int[] units, Map<By, Map<String, List<Integer>>> found) {
        for (By each : closed ? candidates() : List.of(query.by())) {
            Map<String, List<Integer>> groups = found.computeIfAbsent(each, missing -> grouped(missing, units));
            if (!closed || groups.size() > 1 && groups.size() <= MOST_GROUPS) {
                return each;
            }
        }
        return By.NEIGHBOURS;
    }

    private Set<By> candidates() {
        Set<By> candidates = new LinkedHashSet<>(List.of(query.by()));
        candidates.addAll(List.of(By.TEAM, By.NAMESPACE, By.NEIGHBOURS));
        return candidates;
    }

    private Map<String, List<Integer>> grouped(By by, int[] units) {
        Map<Object, List<Integer>> byKey = new LinkedHashMap<>();
        int[] neighbours = by == By.NEIGHBOURS ? neighbours() : new int[0];
        for (int service = 0; service < shown.length; service++) {
            if (shown[service]) {
                byKey.computeIfAbsent(key(by, service, units, neighbours), _ -> new ArrayList<>()).add(service);
            }
        }
        Map<String, List<Integer>> named = new LinkedHashMap<>();
        byKey.forEach((key, members) -> {
            String name = name(by, key, members);
            named.put(named.containsKey(name) ? name + " (" + key + ")" : name, members);
        });
        return named;
    }

    private int[] neighbours() {
        return Neighbours.of(now.calls(),
                now.tares().calls().stream().mapToDouble(call -> call.perSecond()).toArray(),
                now.tares().structure().perSecond());
    }

    private Object key(By by, int service, int[] units, int[] neighbours) {
        EstateDocument.Service of = estate.services().get(service);
        return switch (by) {
            case UNIT -> units[service];
            case TEAM -> of.team() == null || of.team().isBlank() ? "no team" : of.team();
            case NAMESPACE -> of.namespace() == null || of.namespace().isBlank() ? "no namespace" : of.namespace();
            case NEIGHBOURS -> neighbours[service];
        };
    }

    /** A unit of a whole team is named by it, another by its busiest service. */
    private String name(By by, Object key, List<Integer> members) {
        if (by == By.TEAM || by == By.NAMESPACE) {
            return key.toString();
        }
        if (by == By.UNIT && members.size() > 1 && isTeam(members)) {
            return Objects.requireNonNullElse(estate.services().get(members.getFirst()).team(), "");
        }
        int busiest = members.stream().max(Comparator.<Integer>comparingDouble(this::rate)
                .thenComparing(Comparator.reverseOrder())).orElseThrow();
        String name = estate.services().get(busiest).name();
        return members.size() == 1 ? name : by == By.UNIT ? name + " + " + (members.size() - 1) : "around " + name;
    }

    /** Whether these are the services of one team, and all of them. */
    private boolean isTeam(List<Integer> members) {
        String team = estate.services().get(members.getFirst()).team();
        return team != null && !team.isBlank() && members.size() == estate.services().stream()
                .filter(service -> team.equals(service.team())).count()
                && members.stream().allMatch(each -> team.equals(estate.services().get(each).team()));
    }

    private double rate(int service) {
        return now.tares().structure().perSecond()[service];
    }

    private List<Group> groups(Map<String, List<Integer>> found) {
        List<Group> all = new ArrayList<>();
        found.forEach((name, members) -> {
            boolean open = !closed || members.size() == 1 || query.open().contains(name)
                    || members.stream().anyMatch(this::matches);
            List<Integer> busiest = !closed || members.size() <= MOST
                    ? members
                    : members.stream().sorted(Comparator.comparing((Integer each) -> !matches(each))
                            .thenComparingDouble(each -> -rate(each))).limit(MOST - 1).sorted().toList();
            all.add(new Group(name, members, open, open ? busiest : List.of()));
        });
        return all;
    }

    private @Nullable At[] places() {
        @Nullable
        At[] at = new At[shown.length];
        for (int box = 0; box < groups.size(); box++) {
            Group group = groups.get(box);
            int rest = group.open() ? group.listed().size() : 0;
            for (int member : group.members()) {
                at[member] = new At(box, rest);
            }
            for (int cell = 0; cell < group.listed().size(); cell++) {
                at[group.listed().get(cell)] = new At(box, cell);
            }
        }
        return at;
    }

    /** Remote hops from the nearest entry point to each service; -1 where none leads there. */
    static int[] hopsIn(List<Call> calls, int[] units, Set<Integer> entries) {
        int[] hops = new int[units.length];
        Arrays.fill(hops, Integer.MAX_VALUE);
        entries.forEach(entry -> hops[entry] = 0);
        for (boolean moved = true; moved;) {
            moved = false;
            for (Call call : calls) {
                int by = hops[call.from()] == Integer.MAX_VALUE
                        ? Integer.MAX_VALUE
                        : hops[call.from()] + (units[call.from()] == units[call.to()] ? 0 : 1);
                if (by < hops[call.to()]) {
                    hops[call.to()] = by;
                    moved = true;
                }
            }
        }
        return Arrays.stream(hops).map(each -> each == Integer.MAX_VALUE ? -1 : each).toArray();
    }
}
