package dev.tare.comparison.web;

import dev.tare.estate.Changes;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The board as a page shows it: shared units, the largest first, then the services that are by themselves.
 *
 * @param aloneOpen whether those are few enough to be shown at once
 * @param targets   where services can be moved
 */
record BoardView(String words, List<Unit> units, List<Chip> alone, String aloneWords, boolean aloneOpen,
        List<Target> targets) {
    private static final int SHOWN = 60;
    private static final int OPEN = 30;
    private static final int TARGETS = 400;

    /** A service; {@code note} says what of it is taken to be otherwise. */
    record Chip(int id, String name, String note) {}

    /** A unit of several; {@code open} whether its services are shown at once, {@code notes} what stands against it. */
    record Unit(String name, String into, String words, List<String> notes, List<Chip> chips, boolean open) {}

    /** Somewhere to move services to. */
    record Target(String value, String name) {}

    /** {@code tare} writes what services carry of the tare, and nothing where that is not known. */
    static BoardView of(Trial trial, EstateDocument estate, Figures figures, Function<List<Integer>, String> tare) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < estate.services().size(); i++) {
            positions.put(estate.services().get(i).name(), i);
        }
        Function<List<String>, List<Integer>> at = names -> names.stream().map(positions::get)
                .filter(Objects::nonNull).toList();
        Changes changes = trial.shape().changed();
        List<Unit> units = new ArrayList<>();
        trial.board().units().forEach((name, members) -> {
            List<Integer> all = at.apply(members);
            units.add(new Unit(name, Board.UNIT + name, figures.count(members.size()) + " services" + tare.apply(all),
                    notes(all.stream().map(estate.services()::get).toList()),
                    all.stream().map(i -> chip(i, estate, changes)).toList(), members.size() <= SHOWN));
        });
        units.sort(Comparator.comparingInt((Unit unit) -> -unit.chips().size()).thenComparing(Unit::name));
        List<Chip> alone = at.apply(trial.board().alone()).stream().map(i -> chip(i, estate, changes)).toList();
        return new BoardView(words(trial.board().count(), figures), units, alone,
                "By themselves: " + services(alone.size(), figures), alone.size() <= OPEN || units.isEmpty()
                        && alone.size() <= SHOWN,
                targets(units, alone));
    }

    private static String words(int units, Figures figures) {
        return units == 1 ? "1 unit" : figures.count(units) + " units";
    }

    private static String services(int count, Figures figures) {
        return count == 1 ? "1 service" : figures.count(count) + " services";
    }

    private static Chip chip(int position, EstateDocument estate, Changes changes) {
        String name = estate.services().get(position).name();
        List<String> notes = new ArrayList<>();
        Double replicas = changes.replicas().get(name);
        if (replicas != null) {
            notes.add("\u00d7\u00a0" + WhatIf.plain(replicas));
        }
        String base = changes.baseImages().get(name);
        if (base != null) {
            notes.add(base);
        }
        return new Chip(position, name, String.join(", ", notes));
    }

    private static List<String> notes(List<Service> services) {
        TreeSet<String> languages = new TreeSet<>();
        TreeSet<String> teams = new TreeSet<>();
        for (Service service : services) {
            var runtime = service.runtime();
            if (runtime != null && runtime.language() != null) {
                languages.add(runtime.language());
            }
            if (service.team() != null && !service.team().isBlank()) {
                teams.add(service.team());
            }
        }
        List<String> notes = new ArrayList<>();
        if (languages.size() > 1) {
            notes.add("Written in " + String.join(", ", languages) + ": one process runs one of them, the rest would"
                    + " have to be rewritten.");
        }
        if (teams.size() > 1) {
            notes.add(teams.size() + " teams would share it: " + String.join(", ", teams) + ".");
        }
        return notes;
    }

    private static List<Target> targets(List<Unit> units, List<Chip> alone) {
        List<Target> targets = new ArrayList<>(List.of(new Target(Board.NEW, "a new unit"),
                new Target(Board.ALONE, "each by itself")));
        units.forEach(unit -> targets.add(new Target(unit.into(), "unit " + unit.name())));
        alone.stream().limit(TARGETS).forEach(chip -> targets.add(new Target(Board.SERVICE + chip.name(),
                "together with " + chip.name())));
        return targets;
    }
}
