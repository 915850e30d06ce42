package dev.tare.comparison;

import dev.tare.estate.EstateDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** Numbers the units of a grouping from 0 without gaps, in the order of the services. */
final class Units {
    private Units() {}

    /**
     * For each service by position its unit; {@code position} finds a service by name or alias. What is only advised stays
     * one each: the advisor merges it.
     */
    static int[] of(Grouping grouping, EstateDocument estate, Function<String, OptionalInt> position) {
        return switch (grouping) {
            case Grouping.OneEach _,Grouping.Advised _ -> numbered(alone(estate));
            case Grouping.AllInOne _ -> new int[estate.services().size()];
            case Grouping.PerTeam _ -> numbered(teams(estate));
            case Grouping.ByHand byHand -> numbered(byHand(byHand, estate, position));
        };
    }

    /** How many units there are. */
    static int count(int[] units) {
        return Arrays.stream(units).max().orElse(-1) + 1;
    }

    /** The services of each unit, by position. */
    static List<List<Integer>> members(int[] units) {
        List<List<Integer>> members = new ArrayList<>();
        for (int service = 0; service < units.length; service++) {
            while (members.size() <= units[service]) {
                members.add(new ArrayList<>());
            }
            members.get(units[service]).add(service);
        }
        return members;
    }

    private static String[] alone(EstateDocument estate) {
        String[] keys = new String[estate.services().size()];
        Arrays.setAll(keys, i -> "service " + i);
        return keys;
    }

    private static String[] teams(EstateDocument estate) {
        String[] keys = alone(estate);
        for (int i = 0; i < keys.length; i++) {
            String team = estate.services().get(i).team();
            keys[i] = team == null || team.isBlank() ? keys[i] : "team " + team;
        }
        return keys;
    }

    private static String[] byHand(Grouping.ByHand grouping, EstateDocument estate,
            Function<String, OptionalInt> position) {
        String[] keys = alone(estate);
        grouping.units().forEach((unit, services) -> services
                .forEach(service -> position.apply(service).ifPresent(i -> keys[i] = "unit " + unit)));
        return keys;
    }

    private static int[] numbered(String[] keys) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] units = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            units[i] = numbers.computeIfAbsent(keys[i], key -> numbers.size());
        }
        return units;
    }
}
