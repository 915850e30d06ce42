package dev.tare.comparison.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Services on a board, those that share a process in units with names; all others are by themselves. Every move gives a
 * new board.
 *
 * @param services all of them, in the order of the estate
 * @param units    those of two services or more, by name
 */
record Board(List<String> services, Map<String, List<String>> units) {
    /** Where services can be moved besides units and other services. */
    static final String ALONE = "alone";
    static final String NEW = "new";
    static final String UNIT = "unit:";
    static final String SERVICE = "service:";

    Board {
        services = List.copyOf(services);
        Map<String, List<String>> kept = new LinkedHashMap<>();
        units.forEach((name, members) -> {
            if (members.size() > 1) {
                kept.put(name, List.copyOf(members));
            }
        });
        units = Collections.unmodifiableMap(kept);
    }

    /** {@code numbers} holds for each service its unit; units keep the name another board knows their services by. */
    static Board of(List<String> services, int[] numbers, Map<String, List<String>> named) {
        Map<String, String> names = new HashMap<>();
        named.forEach((name, members) -> members.forEach(member -> names.putIfAbsent(member, name)));
        Map<Integer, List<String>> members = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            members.computeIfAbsent(numbers[i], _ -> new ArrayList<>()).add(services.get(i));
        }
        Map<String, List<String>> units = new LinkedHashMap<>();
        members.values().stream().filter(unit -> unit.size() > 1).forEach(
                unit -> units.put(free(names.getOrDefault(unit.getFirst(), unit.getFirst()), units.keySet()), unit));
        return new Board(services, units);
    }

    /** Services put where {@code to} says: a unit, another service, a new unit, or each by itself. */
    Board move(Collection<String> moved, String to) {
        Set<String> going = new LinkedHashSet<>(moved);
        going.retainAll(services);
        Map<String, List<String>> left = without(going);
        if (to.startsWith(UNIT) && units.containsKey(to.substring(UNIT.length()))) {
            join(left, to.substring(UNIT.length()), going);
        } else if (to.startsWith(SERVICE) && services.contains(to.substring(SERVICE.length()))) {
            beside(left, to.substring(SERVICE.length()), going);
        } else if (to.equals(NEW) && !going.isEmpty()) {
            left.put(free(going.iterator().next(), left.keySet()), List.copyOf(going));
        }
        return new Board(services, left);
    }

    /** Every service of a unit by itself. */
    Board split(String unit) {
        return move(units.getOrDefault(unit, List.of()), ALONE);
    }

    /** Services that share no process. */
    List<String> alone() {
        Set<String> alone = new LinkedHashSet<>(services);
        units.values().forEach(alone::removeAll);
        return List.copyOf(alone);
    }

    /** Whether the same services share processes as in a grouping by number. */
    boolean isGrouped(int[] numbers) {
        return Set.copyOf(units.values().stream().map(Set::copyOf).toList()).equals(Set.copyOf(
                of(services, numbers, Map.of()).units().values().stream().map(Set::copyOf).toList()));
    }

    /** How many processes there are, each running in its replicas. */
    int count() {
        return units.size() + services.size() - units.values().stream().mapToInt(List::size).sum();
    }

    private Map<String, List<String>> without(Set<String> going) {
        Map<String, List<String>> left = new LinkedHashMap<>();
        units.forEach((name, members) -> left.put(name,
                members.stream().filter(member -> !going.contains(member)).toList()));
        return left;
    }

    private static void join(Map<String, List<String>> left, String unit, Set<String> going) {
        Set<String> all = new LinkedHashSet<>(left.getOrDefault(unit, List.of()));
        all.addAll(going);
        left.put(unit, List.copyOf(all));
    }

    /** Into the unit of that service, which is a new one where it was by itself. */
    private static void beside(Map<String, List<String>> left, String service, Set<String> going) {
        String unit = left.entrySet().stream().filter(each -> each.getValue().contains(service)).map(Map.Entry::getKey)
                .findFirst().orElse("");
        if (!unit.isEmpty()) {
            join(left, unit, going);
            return;
        }
        Set<String> all = new LinkedHashSet<>(List.of(service));
        all.addAll(going);
        left.put(free(service, left.keySet()), List.copyOf(all));
    }

    private static String free(String name, Collection<String> taken) {
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + " " + i;
        }
        return free;
    }

}
