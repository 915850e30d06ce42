package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the graph asks.
 *
 * @param scenario whose units and calls are drawn
 * @param to       what is laid over it; absent for nothing
 * @param weigh    what makes a line wide
 * @param by       what boxes are drawn around
 * @param open     groups that are opened where most are closed
 * @param hide     services by name, and {@code leafs} and {@code async}
 * @param find     part of a service's name
 * @param external whether hosts outside are drawn
 */
record GraphQuery(Sought scenario, @Nullable Sought to, Weigh weigh, By by, Set<String> open, Set<String> hide,
        String find, boolean external, WhatIf whatIf) {
    static final String LEAFS = "leafs";
    static final String ASYNC = "async";

    /** What makes a line wide. */
    enum Weigh {
        MONEY("Money"), RATE("Requests"), MS("Milliseconds");

        private final String words;

        Weigh(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What boxes are drawn around. */
    enum By {
        UNIT("units of the scenario"), TEAM("teams"), NAMESPACE("namespaces"), NEIGHBOURS("who calls whom most");

        private final String words;

        By(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The sets are copied. */
    GraphQuery {
        open = java.util.Collections.unmodifiableSet(new TreeSet<>(open));
        hide = java.util.Collections.unmodifiableSet(new TreeSet<>(hide));
    }

    Question question(Catalogue catalogue) {
        return on(scenario, catalogue);
    }

    Question on(Sought sought, Catalogue catalogue) {
        return whatIf.on(Question.of(List.of(sought.ask(catalogue))));
    }

    GraphQuery weighing(Weigh other) {
        return new GraphQuery(scenario, to, other, by, open, hide, find, external, whatIf);
    }

    GraphQuery opening(String group) {
        Set<String> more = new TreeSet<>(open);
        more.add(group);
        return new GraphQuery(scenario, to, weigh, by, more, hide, find, external, whatIf);
    }

    GraphQuery opening(Set<String> only) {
        return new GraphQuery(scenario, to, weigh, by, only, hide, find, external, whatIf);
    }

    GraphQuery holding(WhatIf other) {
        return new GraphQuery(scenario, to, weigh, by, open, hide, find, external, other);
    }

    String address(String path) {
        return Hidden.address(path, fields());
    }

    /** This question as the fields of a form; what is usual is left out. */
    List<Hidden> fields() {
        List<Hidden> fields = new ArrayList<>();
        if (!scenario.equals(Sought.TODAY)) {
            fields.add(new Hidden("scenario", scenario.written()));
        }
        if (to != null) {
            fields.add(new Hidden("to", to.written()));
        }
        if (weigh != Weigh.MONEY) {
            fields.add(new Hidden("weigh", weigh.id()));
        }
        if (by != By.UNIT) {
            fields.add(new Hidden("by", by.id()));
        }
        open.forEach(each -> fields.add(new Hidden("open", each)));
        hide.forEach(each -> fields.add(new Hidden("hide", each)));
        if (!find.isEmpty()) {
            fields.add(new Hidden("find", find));
        }
        if (external) {
            fields.add(new Hidden("external", "true"));
        }
        fields.addAll(whatIf.fields());
        return fields;
    }

    static <E extends Enum<E>> E named(@Nullable String id, E[] values) {
        return Arrays.stream(values).filter(each -> each.name().equalsIgnoreCase(id)).findFirst().orElse(values[0]);
    }
}
