package dev.tare.comparison.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Parameters of an address as they were written; empty ones do not count. */
record Written(MultiValueMap<String, String> asked) {
    @Nullable
    String one(String name) {
        List<String> written = all(name);
        return written.isEmpty() ? null : written.getFirst();
    }

    List<String> all(String name) {
        return stripped(name).stream().filter(written -> !written.isEmpty()).toList();
    }

    /**
     * Sets of names: {@code a,b} in one parameter, or each name in a field of its own, the first in one parameter and the
     * second at the same place in another.
     */
    List<List<String>> sets(String first, String second) {
        List<String> left = stripped(first);
        List<String> right = stripped(second);
        List<List<String>> sets = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String a = i < left.size() ? left.get(i) : "";
            String b = i < right.size() ? right.get(i) : "";
            if (!a.isEmpty() || !b.isEmpty()) {
                String both = right.isEmpty() || a.contains(",") && b.isEmpty() ? a : a + "," + b;
                sets.add(Arrays.stream(both.split(",", -1)).map(String::strip).toList());
            }
        }
        return sets;
    }

    private List<String> stripped(String name) {
        return asked.getOrDefault(name, List.of()).stream().filter(Objects::nonNull).map(String::strip).toList();
    }
}
