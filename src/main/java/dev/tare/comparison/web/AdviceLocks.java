package dev.tare.comparison.web;

import dev.tare.comparison.web.WhatIfPage.Lock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** The services one question about merges keeps apart or together, each with the question that does not. */
final class AdviceLocks {
    private static final Set<String> OWN = Set.of(Locks.APART, "apartFrom", Locks.TOGETHER, "togetherWith");

    private AdviceLocks() {}

    static List<Lock> of(String slug, MultiValueMap<String, String> asked) {
        String page = "/estates/" + slug + "/advice";
        Locks locks = Locks.of(asked);
        List<Hidden> others = others(asked);
        List<Lock> active = new ArrayList<>();
        locks.apart().forEach(set -> active.add(new Lock("apart", String.join(" and ", set),
                address(page, others, locks.withoutApart(set)), KeptLocks.adding(slug, "apart", set))));
        locks.together().forEach(set -> active.add(new Lock("together", String.join(" and ", set),
                address(page, others, locks.withoutTogether(set)), KeptLocks.adding(slug, "together", set))));
        return active;
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
