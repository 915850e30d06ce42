package dev.tare.estate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A value at its place in a list. Places grow along the list but may leave gaps, so that taking one value out, putting
 * one in its stead or adding one at the end leaves every other row as it is.
 */
record Placed<T>(int position, T value) {
    private static final int UNPLACED = -1;

    /** Places the wanted values, leaving those that were there before (by key) where they were, as far as order allows. */
    static <T, K> List<Placed<T>> arrange(List<Placed<T>> before, List<T> wanted, Function<T, K> key) {
        if (areSame(before, wanted)) {
            return before;
        }
        int[] places = kept(before, wanted, key);
        if (!fillGaps(places)) {
            Arrays.setAll(places, i -> i);
        }
        List<Placed<T>> arranged = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            arranged.add(new Placed<>(places[i], wanted.get(i)));
        }
        return arranged;
    }

    static <T> List<T> values(List<Placed<T>> placed) {
        return placed.stream().map(Placed::value).toList();
    }

    /** Those that are not the very same value at the same place in the other list. */
    static <T> List<Placed<T>> exceptSame(List<Placed<T>> some, List<Placed<T>> other) {
        Map<Integer, T> there = HashMap.newHashMap(other.size());
        other.forEach(one -> there.put(one.position(), one.value()));
        return some.stream().filter(one -> there.get(one.position()) != one.value()).toList();
    }

    private static <T> boolean areSame(List<Placed<T>> before, List<T> wanted) {
        boolean same = before.size() == wanted.size();
        for (int i = 0; same && i < before.size(); i++) {
            same = before.get(i).value() == wanted.get(i);
        }
        return same;
    }

    private static <T, K> int[] kept(List<Placed<T>> before, List<T> wanted, Function<T, K> key) {
        Map<K, Deque<Integer>> known = new HashMap<>();
        for (Placed<T> one : before) {
            known.computeIfAbsent(key.apply(one.value()), _ -> new ArrayDeque<>(1)).add(one.position());
        }
        int[] places = new int[wanted.size()];
        int last = UNPLACED;
        for (int i = 0; i < places.length; i++) {
            Deque<Integer> free = known.get(key.apply(wanted.get(i)));
            places[i] = free == null ? UNPLACED : firstAfter(free, last);
            last = Math.max(last, places[i]);
        }
        return places;
    }

    private static int firstAfter(Deque<Integer> free, int last) {
        while (!free.isEmpty()) {
            int place = free.removeFirst();
            if (place > last) {
                return place;
            }
        }
        return UNPLACED;
    }

    /** Numbers the unplaced between their neighbours; false when there is no room for them. */
    private static boolean fillGaps(int[] places) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == UNPLACED) {
                places[i] = i == 0 ? 0 : places[i - 1] + 1;
            }
            if (i > 0 && places[i] <= places[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
