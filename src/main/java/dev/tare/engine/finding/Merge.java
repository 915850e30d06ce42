package dev.tare.engine.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts services into one unit, except those that have to stay apart. */
final class Merge {
    private final Look look;
    private final int[] units;

    Merge(Look look) {
        this.look = look;
        units = look.today.units().clone();
    }

    int[] units() {
        return units;
    }

    /** Puts those of the services that may share a process into one unit; whether that changed anything. */
    boolean together(List<Integer> services) {
        List<Integer> sharing = services.stream().filter(this::shares).toList();
        boolean changed = false;
        for (int service : sharing) {
            changed |= join(units[sharing.getFirst()], units[service]);
        }
        return changed;
    }

    /** The services of each unit that more than one service has come into by merging. */
    List<List<Integer>> merged() {
        Map<Integer, List<Integer>> members = new HashMap<>();
        IntStream.range(0, units.length)
                .forEach(service -> members.computeIfAbsent(units[service], _ -> new ArrayList<>()).add(service));
        return members.values().stream().filter(this::wasApart).sorted((a, b) -> a.getFirst() - b.getFirst()).toList();
    }

    /** Numbers without gaps, in the order of the services. */
    static int[] numbered(int[] units) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return Arrays.stream(units).map(unit -> numbers.computeIfAbsent(unit, _ -> numbers.size())).toArray();
    }

    /** A unit may be merged when each of its services may share a process. */
    private boolean shares(int service) {
        return IntStream.range(0, units.length).filter(other -> units[other] == units[service]).allMatch(look::shares);
    }

    private boolean wasApart(List<Integer> members) {
        return members.stream().map(look::unit).distinct().count() > 1;
    }

    private boolean join(int into, int from) {
        if (into == from) {
            return false;
        }
        for (int service = 0; service < units.length; service++) {
            units[service] = units[service] == from ? into : units[service];
        }
        return true;
    }
}
