package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.Scenario;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Units that cannot do without each other: long rows of calls that wait for each other, loops, releases in step, data
 * stores in common. Merges what belongs together, and of a long row the busiest calls until it is short enough.
 */
final class DistributedMonolith implements Pattern {
    private static final List<Part> LINES = List.of(Part.NETWORK, Part.MESH);

    @Override
    public String code() {
        return "distributed-monolith";
    }

    @Override
    public String title() {
        return "Distributed monolith";
    }

    @Override
    public Outcome look(Look look) {
        List<Integer> chain = Chain.longest(look.topology, look.today.units());
        boolean deep = chain.size() >= look.threshold(Threshold.CHAIN);
        List<List<Integer>> loops = apart(look, loops(look));
        List<List<Integer>> releases = apart(look, releases(look));
        List<List<Integer>> stores = apart(look, stores(look));
        if (!deep && loops.isEmpty() && releases.isEmpty() && stores.isEmpty()) {
            return CLEAR;
        }
        Sentence.Draft evidence = Sentence.of("");
        if (deep) {
            evidence.say("A request passes ").count(chain.size(), "remote call").say(" in a row, counted from ")
                    .figure(look.threshold(Threshold.CHAIN), Unit.NUMBER).say(" on. ");
        }
        loops.forEach(loop -> evidence.say(look.names(loop) + " call each other in a circle. "));
        releases.forEach(step -> evidence.say(look.names(step) + " were built on one day under one version. "));
        stores.forEach(store -> evidence.say(look.names(store) + " share a data store. "));
        return merged(look, deep, Stream.of(loops, releases, stores).flatMap(List::stream).toList(),
                deep ? services(look, chain) : List.of(), evidence);
    }

    private Outcome merged(Look look, boolean deep, List<List<Integer>> groups, List<Integer> chain,
            Sentence.Draft evidence) {
        Merge merge = new Merge(look);
        groups.forEach(merge::together);
        if (deep) {
            shorten(look, merge);
        }
        TreeSet<Integer> concerned = new TreeSet<>(chain);
        groups.forEach(concerned::addAll);
        List<List<Integer>> merged = merge.merged();
        Scenario scenario = Changed.grouped(look.today, merge.units());
        return found(List.copyOf(concerned), evidence, look.saving(look.graph, scenario, LINES), LINES,
                remedy(look, merged));
    }

    private static Sentence.Draft remedy(Look look, List<List<Integer>> merged) {
        if (merged.isEmpty()) {
            return Sentence.of("Their isolation needs keep them apart; let them wait for each other less.");
        }
        Sentence.Draft remedy = Sentence.of("Put into one unit: ");
        for (int i = 0; i < merged.size(); i++) {
            remedy.say((i > 0 ? "; " : "") + look.names(merged.get(i)));
        }
        return remedy.say(".");
    }

    /** Merges across the busiest call of the longest row until no row is long. */
    private static void shorten(Look look, Merge merge) {
        double limit = look.threshold(Threshold.CHAIN);
        boolean shorter = true;
        while (shorter) {
            List<Integer> chain = Chain.longest(look.topology, merge.units());
            shorter = chain.size() >= limit && chain.stream()
                    .sorted(Comparator.comparingDouble(call -> -look.traffic.callRate(call)))
                    .anyMatch(call -> merge.together(
                            List.of(look.topology.from(call), look.topology.to(call))));
        }
    }

    private static List<Integer> services(Look look, List<Integer> calls) {
        return calls.stream().flatMap(call -> Stream.of(look.topology.from(call), look.topology.to(call))).distinct()
                .toList();
    }

    private static List<List<Integer>> loops(Look look) {
        return IntStream.range(0, look.topology.components()).filter(component -> look.topology.size(component) > 1)
                .mapToObj(component -> IntStream.range(0, look.topology.size(component))
                        .mapToObj(i -> look.topology.member(component, i)).sorted().toList())
                .toList();
    }

    private static List<List<Integer>> releases(Look look) {
        Map<String, List<Integer>> byMark = new LinkedHashMap<>();
        look.all(service -> !look.facts(service).release().isEmpty()).forEach(service -> byMark
                .computeIfAbsent(look.facts(service).release(), _ -> new ArrayList<>()).add(service));
        return byMark.values().stream().filter(group -> group.size() >= look.threshold(Threshold.LOCKSTEP)).toList();
    }

    private static List<List<Integer>> stores(Look look) {
        Map<String, List<Integer>> byStore = new LinkedHashMap<>();
        for (int service = 0; service < look.services(); service++) {
            int user = service;
            look.facts(service).stores().stream().distinct()
                    .forEach(store -> byStore.computeIfAbsent(store, _ -> new ArrayList<>()).add(user));
        }
        return List.copyOf(byStore.values());
    }

    /** Those groups that are in more than one unit. */
    private static List<List<Integer>> apart(Look look, List<List<Integer>> groups) {
        return groups.stream().filter(group -> group.stream().map(look::unit).distinct().count() > 1).toList();
    }
}
