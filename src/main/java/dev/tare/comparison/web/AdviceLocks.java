package dev.tare.comparison.web;

import dev.tare.comparison.web.WhatIfPage.Lock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * The services a question about merges keeps apart or together, each with the question that does not.
 *
 * @param active what is kept
 * @param fields what a form that adds to them keeps of the address
 */
record AdviceLocks(List<Lock> active, List<Hidden> fields) {
    private static final Set<String> OWN = Set.of(Locks.APART, "apartFrom", Locks.TOGETHER, "togetherWith", "lock",
            "lockA", "lockB");

    static AdviceLocks of(String page, MultiValueMap<String, String> asked) {
        Locks locks = Locks.of(asked);
        List<Hidden> others = others(asked);
        List<Lock> active = new ArrayList<>();
        locks.apart().forEach(set -> active.add(new Lock("apart", String.join(" and ", set),
                address(page, others, locks.withoutApart(set)))));
        locks.together().forEach(set -> active.add(new Lock("together", String.join(" and ", set),
                address(page, others, locks.withoutTogether(set)))));
        List<Hidden> fields = new ArrayList<>(others);
        fields.addAll(locks.fields());
        return new AdviceLocks(active, fields);
    }

    /** The same question with what a form adds. */
    static String added(String page, MultiValueMap<String, String> asked) {
        return address(page, others(asked), Locks.of(asked).adding(asked));
    }

    private static List<Hidden> others(MultiValueMap<String, String> asked) {
        List<Hidden> others = new ArrayList<>();
        asked.forEach((name, values) -> values.stream()
                .filter(value -> !OWN.contains(name) && value != null && !value.isBlank())
                .forEach(value -> others.add(new Hidden(name, value))));
        return others;
    }

    private static String address(String page, List<Hidden> others, Locks locks) {
        List<Hidden> all = new ArrayList<>(others);
        all.addAll(locks.fields());
        return Hidden.address(page, all);
    }
}
