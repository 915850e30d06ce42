package dev.tare.comparison.web;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.KnownImage;
import dev.tare.catalogue.Option;
import dev.tare.catalogue.Preset;
import dev.tare.engine.Bill;
import dev.tare.estate.Changes;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.ShapeLink;
import dev.tare.site.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What can be changed of a scenario besides its units, as fields with what stands in them. */
record TrialFields(List<Choice> starts, List<AxisField> axes, String rate, List<Rate> rates, Base base,
        List<Choice> assumptions) {
    /** One of several. */
    record Choice(String value, String name, boolean chosen) {}

    /** The options of an axis. */
    record AxisField(String id, String title, String question, List<Choice> options) {}

    /** Requests at an entry point, as stated and as tried. */
    record Rate(String service, String stated, String value) {}

    /** A base image: one that is known, or bytes. */
    record Base(List<Choice> known, String bytes) {}

    static TrialFields of(Tried tried, EstateDocument estate, Catalogue catalogue, Figures figures) {
        Trial trial = tried.trial();
        Changes changes = trial.shape().changed();
        Double factor = changes.rate();
        return new TrialFields(starts(tried.at(), estate, catalogue),
                Axis.ofShape().stream().map(axis -> axis(axis, trial, catalogue)).toList(),
                factor == null ? "" : WhatIf.plain(factor),
                estate.entries().stream().map(entry -> rate(entry, changes, figures)).toList(),
                base(Changes.ALL, changes, catalogue, figures),
                assumptions(tried, catalogue));
    }

    /** Those that went into the bill. */
    private static List<Choice> assumptions(Tried tried, Catalogue catalogue) {
        if (tried.answer() == null) {
            return List.of();
        }
        var bill = tried.weighed().bill();
        return Stream.concat(bill.lines().stream().map(Bill.Line::working), bill.netWorking().values().stream())
                .flatMap(working -> working.inputs().stream()).map(Bill.Input::assumption).distinct().sorted()
                .flatMap(key -> catalogue.entry(key).filter(Assumption::usable).stream())
                .map(entry -> new Choice(entry.key(), entry.what() + ", " + entry.unit(), false)).toList();
    }

    private static List<Choice> starts(TrialAddress at, EstateDocument estate, Catalogue catalogue) {
        List<Choice> starts = new ArrayList<>();
        Stream<Choice> own = Stream.of(new Choice("today", "Today", false),
                new Choice("today:advised", "Today, merged as advised", false));
        Stream<Choice> kept = estate.shapes().stream().map(SavedShape::name)
                .map(name -> new Choice(ShapeLink.saved(name), name, false));
        Stream<Choice> presets = catalogue.presets().stream()
                .map((Preset preset) -> new Choice(preset.id(), preset.name(), false));
        Stream.of(own, kept, presets).flatMap(each -> each).map(each -> new Choice(each.value(), each.name(),
                each.value().equals(at.from().written()))).forEach(starts::add);
        if (starts.stream().noneMatch(Choice::chosen)) {
            starts.add(new Choice(at.from().written(), at.from().words(), true));
        }
        return starts;
    }

    private static AxisField axis(Axis axis, Trial trial, Catalogue catalogue) {
        String now = trial.axes().getOrDefault(axis.id(), "");
        List<Choice> options = new ArrayList<>(catalogue.options(axis).stream()
                .map((Option option) -> new Choice(option.id(), option.name(), option.id().equals(now))).toList());
        if (options.stream().noneMatch(Choice::chosen)) {
            options.add(new Choice(now, TrialChanges.name(catalogue, axis.id(), now), true));
        }
        return new AxisField("axis." + axis.id(), TrialChanges.title(axis.id()), axis.question(), options);
    }

    private static Rate rate(EstateDocument.Entry entry, Changes changes, Figures figures) {
        Double own = changes.rates().get(entry.service());
        Double stated = entry.meanPerSecond();
        return new Rate(entry.service(), stated == null ? "not stated" : figures.rate(stated),
                own == null ? "" : WhatIf.plain(own));
    }

    static Base base(String service, Changes changes, Catalogue catalogue, Figures figures) {
        String now = Objects.requireNonNullElse(changes.baseImages().get(service), "");
        List<Choice> known = new ArrayList<>(List.of(new Choice("", service.equals(Changes.ALL)
                ? "the base each has"
                : "the one it has", now.isEmpty())));
        boolean among = false;
        for (KnownImage image : catalogue.software().knownImages()) {
            Double bytes = image.compressed();
            if (bytes != null) {
                boolean chosen = image.pattern().equals(now);
                among |= chosen;
                known.add(new Choice(image.pattern(), image.pattern().replaceAll("[:*]+$", "").replace("*", "…") + ", "
                        + figures.bytes(bytes), chosen));
            }
        }
        return new Base(known, among ? "" : now);
    }
}
