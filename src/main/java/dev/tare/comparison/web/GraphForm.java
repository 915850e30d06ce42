package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.web.GraphQuery.By;
import dev.tare.comparison.web.GraphQuery.Weigh;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the graph may hold; see {@link GraphQuery}.
 *
 * @param fragment whether the picture and its table alone are asked for
 */
record GraphForm(@Nullable String scenario, @Nullable String to, @Nullable String weigh, @Nullable String by,
        @Nullable List<String> open, @Nullable List<String> hide, @Nullable String find, @Nullable Boolean external,
        @Nullable List<String> set, @Nullable Boolean calibrated, @Nullable Boolean fragment) {
    GraphQuery query(Catalogue catalogue) {
        return new GraphQuery(scenario == null || scenario.isBlank() ? Sought.TODAY : new Sought(scenario),
                to == null || to.isBlank() ? null : new Sought(to), GraphQuery.named(weigh, Weigh.values()),
                GraphQuery.named(by, By.values()), set(open), set(hide), find == null ? "" : find.strip(),
                Boolean.TRUE.equals(external), WhatIf.read(set, Boolean.TRUE.equals(calibrated), catalogue));
    }

    boolean content() {
        return Boolean.TRUE.equals(fragment);
    }

    private static Set<String> set(@Nullable List<String> values) {
        Set<String> set = new TreeSet<>(values == null ? List.of() : values);
        set.removeIf(String::isBlank);
        return set;
    }
}
