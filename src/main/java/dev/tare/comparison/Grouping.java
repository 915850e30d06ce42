package dev.tare.comparison;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which services share a process. */
public sealed interface Grouping {
    /** Each service by itself. */
    record OneEach() implements Grouping {}

    /** The services of a team together; services without a team by themselves. */
    record PerTeam() implements Grouping {}

    /** One process. */
    record AllInOne() implements Grouping {}

    /** Merged where that costs least and no rule forbids it, teams kept apart. */
    record Advised() implements Grouping {}

    /** Units named by hand; services in none of them stay by themselves. */
    record ByHand(Map<String, List<String>> units) implements Grouping {}

    /** As it is written in addresses, documents and requests; units made by hand are written out. */
    default String id() {
        return switch (this) {
            case OneEach _ -> "one-each";
            case PerTeam _ -> "per-team";
            case AllInOne _ -> "all-in-one";
            case Advised _ -> "advised";
            case ByHand _ -> "hand-made";
        };
    }

    /** As it is written on pages. */
    default String words() {
        return switch (this) {
            case OneEach _ -> "one each";
            case PerTeam _ -> "one per team";
            case AllInOne _ -> "all in one";
            case Advised _ -> "as advised";
            case ByHand _ -> "units made by hand";
        };
    }

    /**
     * Reads a name, or units as a map from unit to services.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    static Grouping read(Object written) {
        return switch (written) {
            case String name -> named(name);
            case Map<?, ?> units -> byHand(units);
            default -> throw new IllegalArgumentException(EXPECTED);
        };
    }

    /** What may stand in the place of a grouping. */
    String EXPECTED = "one-each, per-team, all-in-one, advised, or {unit: [service, …]}";

    private static Grouping named(String name) {
        return switch (name) {
            case "one-each" -> new OneEach();
            case "per-team" -> new PerTeam();
            case "all-in-one" -> new AllInOne();
            case "advised" -> new Advised();
            default -> throw new IllegalArgumentException(EXPECTED);
        };
    }

    private static Grouping byHand(Map<?, ?> units) {
        return new ByHand(units.entrySet().stream().collect(Collectors.toMap(unit -> String.valueOf(unit.getKey()),
                unit -> names(unit.getValue()), (one, other) -> one, java.util.LinkedHashMap::new)));
    }

    private static List<String> names(Object services) {
        if (services instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new IllegalArgumentException(EXPECTED);
    }
}
