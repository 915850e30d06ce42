package dev.tare.engine.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Merges units pair by pair, the largest saving in the whole plan first, ties by position. Only pairs that exchange
 * something wait in the queue; a pair whose saving has changed since is put back with what it saves now. What is left
 * without anything to exchange is packed by memory afterwards.
 */
final class Merging {
    private final Units units;
    private final boolean savingOnly;
    private final Queue queue = new Queue();
    private final List<Merge> merges = new ArrayList<>();

    /** Two units by their first services, {@code a < b}. */
    record Merge(int a, int b) {}

    private Merging(Units units, boolean savingOnly) {
        this.units = units;
        this.savingOnly = savingOnly;
    }

    /** Merges as long as a merge saves something. */
    static List<Merge> saving(Units units) {
        Merging merging = new Merging(units, true);
        merging.linked();
        if (!units.onlyLinked()) {
            merging.pack();
        }
        return merging.merges;
    }

    /** Merges all that may merge, savings first, losses last. */
    static List<Merge> all(Units units) {
        Merging merging = new Merging(units, false);
        merging.linked();
        merging.rest();
        return merging.merges;
    }

    private void linked() {
        alive().forEach(a -> push(a, a));
        while (!queue.isEmpty()) {
            double expected = queue.change();
            int a = queue.a();
            int b = queue.b();
            queue.remove();
            if (units.alive(a) && units.alive(b) && units.permitted(a, b)) {
                double change = units.change(a, b);
                if (change > expected + 1e-12 * Math.abs(expected)) {
                    offer(a, b, change);
                } else {
                    merge(a, b);
                }
            }
        }
    }

    private IntStream alive() {
        return IntStream.range(0, units.services()).filter(units::alive);
    }

    /** Offers the merges of a unit with those it exchanges something with, above a number. */
    private void push(int unit, int above) {
        for (int other : units.links(unit).units()) {
            if (other > above && units.permitted(unit, other)) {
                offer(unit, other, units.change(unit, other));
            }
        }
    }

    private void offer(int a, int b, double change) {
        if (!savingOnly || change < 0) {
            int firstA = Math.min(units.first(a), units.first(b));
            int firstB = Math.max(units.first(a), units.first(b));
            queue.add(change, a, b, firstA, firstB);
        }
    }

    /** What the merged unit exchanges has changed only where the smaller part had links, or where it was one service. */
    private void merge(int a, int b) {
        boolean small = units.size(a) == 1 && units.size(b) == 1;
        int[] changed = units.links(units.links(a).size() < units.links(b).size() ? a : b).units();
        int kept = join(a, b);
        if (small) {
            push(kept, -1);
            return;
        }
        for (int other : changed) {
            if (other != kept && units.alive(other) && units.permitted(kept, other)) {
                offer(kept, other, units.change(kept, other));
            }
        }
    }

    private int join(int a, int b) {
        int firstA = Math.min(units.first(a), units.first(b));
        merges.add(new Merge(firstA, Math.max(units.first(a), units.first(b))));
        return units.merge(a, b);
    }

    /** Largest unit first, each into the fullest unit of its kind that still takes it and saves; else it stays. */
    private void pack() {
        int[] order = alive().boxed().sorted(Comparator.comparingInt(units::kind)
                .thenComparing(Comparator.comparingDouble(units::memory).reversed()).thenComparingInt(units::first))
                .mapToInt(i -> i).toArray();
        TreeMap<Place, Integer> open = new TreeMap<>();
        int kind = -1;
        for (int unit : order) {
            if (units.kind(unit) != kind) {
                open.clear();
                kind = units.kind(unit);
            }
            place(unit, open);
        }
    }

    private record Place(double memory, int first) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byMemory = Double.compare(memory, other.memory);
            return byMemory != 0 ? byMemory : Integer.compare(first, other.first);
        }
    }

    private void place(int unit, TreeMap<Place, Integer> open) {
        int looked = 0;
        Place upTo = new Place(units.most() - units.memory(unit), Integer.MAX_VALUE);
        for (var at = open.floorEntry(upTo); at != null && looked++ < 8; at = open.lowerEntry(at.getKey())) {
            if (units.permitted(unit, at.getValue()) && units.change(unit, at.getValue()) < 0) {
                open.remove(at.getKey());
                int kept = join(unit, at.getValue());
                open.put(new Place(units.memory(kept), units.first(kept)), kept);
                return;
            }
        }
        open.put(new Place(units.memory(unit), units.first(unit)), unit);
    }

    /** Units of one kind that exchange nothing: the two smallest first. */
    private void rest() {
        Comparator<Integer> smallest = Comparator.comparingDouble(units::memory);
        PriorityQueue<Integer> waiting = new PriorityQueue<>(smallest.thenComparingInt(units::first));
        TreeMap<Integer, List<Integer>> byKind = new TreeMap<>();
        alive().forEach(u -> byKind.computeIfAbsent(units.kind(u), k -> new ArrayList<>()).add(u));
        for (List<Integer> alike : byKind.values()) {
            waiting.addAll(alike);
            while (waiting.size() > 1) {
                waiting.add(join(waiting.poll(), waiting.poll()));
            }
            waiting.clear();
        }
    }
}
