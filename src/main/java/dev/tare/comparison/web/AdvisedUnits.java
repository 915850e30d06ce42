package dev.tare.comparison.web;

import dev.tare.comparison.web.AdvicePage.Unit;
import java.util.Comparator;
import java.util.List;

/** The units of the plan advised: those that share a process by name, the rest in one line. */
record AdvisedUnits(AdviceWords words) {
    private static final int ALONE_SHOWN = 12;

    List<Unit> shared() {
        return groups().stream().filter(unit -> unit.size() > 1)
                .sorted(Comparator.comparingInt((List<String> unit) -> unit.size()).reversed())
                .map(unit -> new Unit(unit.getFirst(), unit.size(), String.join(", ", unit)))
                .toList();
    }

    /** Nothing where every service shares a process. */
    String alone() {
        List<String> alone = groups().stream().filter(unit -> unit.size() == 1).map(List::getFirst).toList();
        String more = alone.size() > ALONE_SHOWN ? " and " + (alone.size() - ALONE_SHOWN) + " more" : "";
        return String.join(", ", alone.subList(0, Math.min(alone.size(), ALONE_SHOWN))) + more;
    }

    private List<List<String>> groups() {
        return List.copyOf(words.advised().written(words.advice().optimum()).values());
    }
}
