package dev.tare.comparison.web;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Option;
import dev.tare.estate.Changes;
import dev.tare.estate.EstateDocument;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scenario that is tried takes to be otherwise than where it started, each with the way to take it back. */
record TrialChanges(TrialAddress at, Catalogue catalogue, Figures figures) {
    /** One of them. */
    record Row(String words, String instead, String takeBack) {}

    /** {@code before} holds the options where it started. */
    List<Row> of(Trial trial, Map<String, String> before, EstateDocument estate) {
        List<Row> rows = new ArrayList<>();
        trial.axes().forEach((axis, option) -> {
            String was = before.getOrDefault(axis, option);
            if (!was.equals(option)) {
                rows.add(new Row(title(axis) + ": " + name(catalogue, axis, option), name(catalogue, axis, was),
                        at.doing("axis." + axis, was)));
            }
        });
        changes(trial.shape().changed(), estate, rows);
        trial.shape().assumptions().forEach((key, figure) -> catalogue.entry(key).ifPresent(entry -> rows
                .add(new Row(entry.what() + ": " + figures.number(figure) + unit(entry.unit()),
                        Change.known(entry, figures), at.doing("set." + key, "")))));
        return rows;
    }

    private void changes(Changes changes, EstateDocument estate, List<Row> rows) {
        if (changes.rate() != null) {
            rows.add(new Row("All rates \u00d7 " + figures.number(changes.rate()), "as stated", at.doing("rate", "")));
        }
        changes.rates().forEach((service, rate) -> rows.add(new Row("Requests at " + service + ": "
                + figures.rate(rate), "as stated", at.doing("rate." + service, ""))));
        changes.replicas().forEach((service, count) -> rows.add(new Row(service + ": " + WhatIf.plain(count)
                + (count == 1 ? " replica" : " replicas"), replicas(service, estate),
                at.doing("replicas." + service, ""))));
        changes.baseImages().forEach((service, image) -> rows.add(new Row(
                (service.equals(Changes.ALL) ? "All services" : service) + " on " + image,
                "the base each has", at.doing("base." + service, ""))));
    }

    private static String replicas(String name, EstateDocument estate) {
        Optional<Double> stated = estate.services().stream().filter(each -> each.name().equals(name))
                .flatMap(each -> Optional.ofNullable(each.replicas()).stream()).findFirst();
        return stated.map(WhatIf::plain).orElse("as many as its load takes");
    }

    static String name(Catalogue catalogue, String axis, String option) {
        String[] release = option.split("@", 2);
        return Axis.of(axis).map(catalogue::options).orElse(List.of()).stream()
                .filter(each -> each.id().equals(release[0])).findFirst().map(Option::name)
                .map(name -> release.length == 2 ? name + " " + release[1] : name).orElse(option);
    }

    static String title(String axis) {
        return axis.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + axis.substring(1);
    }

    private static String unit(String unit) {
        return unit.equals("count") || unit.equals("ratio") ? "" : "\u00a0" + unit;
    }
}
