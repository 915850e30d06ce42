package dev.tare.catalogue.web;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Option;
import dev.tare.catalogue.Preset;
import dev.tare.catalogue.Slot;
import dev.tare.engine.Param;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What differs between the combination on the page and another.
 *
 * @param other   what it is called
 * @param answers axes that are answered differently
 * @param groups  figures that differ, by what they are counted by
 */
record Difference(String other, List<Answer> answers, List<Group> groups) {
    /** An axis and both options. */
    record Answer(String axis, String here, String there) {}

    /** Figures counted by the same thing. */
    record Group(String title, List<Line> lines) {}

    /** A figure on both sides; nothing where the combination does not have it. */
    record Line(String words, String here, String there) {}

    private static final String NONE = "\u2014";

    static Difference of(Catalogue catalogue, Map<String, String> axes, Preset against) {
        Map<String, String> other = new LinkedHashMap<>(against.axes());
        other.put(Axis.GROUPING.id(), against.grouping());
        return new Difference(against.name(), answers(catalogue, axes, other),
                groups(byParam(catalogue.slots(axes)), byParam(catalogue.slots(other))));
    }

    private static List<Answer> answers(Catalogue catalogue, Map<String, String> axes, Map<String, String> other) {
        List<Answer> answers = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            String here = axes.getOrDefault(axis.id(), "");
            String there = other.getOrDefault(axis.id(), "");
            if (!here.equals(there)) {
                answers.add(new Answer(axis.id(), name(catalogue, axis, here), name(catalogue, axis, there)));
            }
        }
        return answers;
    }

    private static String name(Catalogue catalogue, Axis axis, String id) {
        return catalogue.options(axis).stream().filter(option -> option.id().equals(id)).findFirst().map(Option::name)
                .orElse(id);
    }

    private static Map<Param, Slot> byParam(List<Slot> slots) {
        Map<Param, Slot> map = new TreeMap<>();
        slots.forEach(slot -> map.put(slot.param(), slot));
        return map;
    }

    private static List<Group> groups(Map<Param, Slot> here, Map<Param, Slot> there) {
        Map<Slot.Per, List<Line>> lines = new TreeMap<>();
        for (Param param : Param.values()) {
            Slot a = here.get(param);
            Slot b = there.get(param);
            Slot any = a == null ? b : a;
            if (any != null && !figure(a).equals(figure(b))) {
                lines.computeIfAbsent(any.per(), _ -> new ArrayList<>())
                        .add(new Line(any.words(), figure(a), figure(b)));
            }
        }
        return lines.entrySet().stream().map(group -> new Group(group.getKey().title(), group.getValue())).toList();
    }

    private static String figure(@org.jspecify.annotations.Nullable Slot slot) {
        if (slot == null) {
            return NONE;
        }
        FigureView figure = FigureView.of(slot.assumption());
        return (figure.likely() + " " + figure.unit()).strip();
    }
}
