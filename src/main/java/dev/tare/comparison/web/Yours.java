package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.site.Figures;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the reader holds against the catalogue on a page, how to take it back, and where to change more.
 *
 * @param changes     figures of the reader's own, the catalogue's beside them
 * @param takeAllBack the address without any of them
 * @param refused     what was typed last and cannot stand; absent where all can
 * @param fields      what a form keeps of the address
 * @param action      where a form leads
 * @param search      the address where every assumption can be found and changed
 * @param calibration whether money is put right by what is billed
 */
record Yours(List<Mine> changes, String takeAllBack, @Nullable Change refused, List<Hidden> fields, String action,
        String search, Calibration calibration) {
    /** A figure of the reader's, and the address without it. */
    record Mine(Change change, String takeBack) {}

    /**
     * The switch.
     *
     * @param sentence what it does or would do; empty where nothing is billed
     * @param address  the page with the switch the other way
     */
    record Calibration(boolean on, String sentence, String address) {}

    static Yours of(String slug, WeightQuery query, Weighed today, @Nullable Typed typed, Catalogue catalogue,
            Figures figures) {
        String page = "/estates/" + slug;
        WhatIf whatIf = query.whatIf();
        List<Mine> changes = whatIf.figures().keySet().stream()
                .flatMap(key -> Change.of(key, whatIf, null, catalogue, figures).stream())
                .map(change -> new Mine(change, query.with(page, whatIf.without(change.key())))).toList();
        Change refused = typed == null || typed.fits()
                ? null
                : Change.of(typed.key(), whatIf, typed, catalogue, figures).orElseGet(() -> unknown(typed));
        return new Yours(changes, query.with(page, new WhatIf(java.util.Map.of(), whatIf.calibrated())), refused,
                query.fields(), page, query.with(page + "/assumptions", whatIf),
                calibration(page, query, today.calibration(), figures));
    }

    private static Change unknown(Typed typed) {
        return new Change(typed.key(), typed.key(), "", "", "", "", typed.text(), "", typed.expected());
    }

    private static Calibration calibration(String page, WeightQuery query, OptionalDouble ratio, Figures figures) {
        boolean on = query.whatIf().calibrated();
        String address = query.with(page, query.whatIf().calibrated(!on));
        if (ratio.isEmpty()) {
            return new Calibration(on, "", address);
        }
        String times = figures.number(ratio.getAsDouble());
        return new Calibration(on, on
                ? "Calibrated: all money is divided by " + times
                        + ", so that what runs today comes to the hosting cost registered for this estate."
                : "Modelled cost is " + times + " \u00d7 the hosting cost registered for this estate.", address);
    }

    /** What was typed for an assumption that a row of the page does not hold. */
    public boolean refusedElsewhere(List<Movers> movers) {
        return refused != null && movers.stream().flatMap(each -> each.rows().stream())
                .noneMatch(row -> row.change().key().equals(Objects.requireNonNull(refused).key()));
    }
}
