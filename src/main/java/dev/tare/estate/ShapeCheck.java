package dev.tare.estate;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.Preset;
import dev.tare.catalogue.Refusal;
import dev.tare.estate.EstateDocument.SavedShape;
import dev.tare.estate.EstateDocument.Today;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a shape must be: options that can stand together, groups of services there are, figures of assumptions there are. */
record ShapeCheck(Checks checks, Catalogue catalogue, ServiceNames names) {
    private static final String HAND_MADE = "hand-made";

    /** What runs today, if it is stated. */
    void today(At at, @Nullable Today today) {
        if (today == null) {
            return;
        }
        checks.oneOf(at.field("preset"), today.preset(), catalogue.presets().stream().map(Preset::id).toList());
        Map<String, String> axes = today.axes();
        if (axes != null) {
            catalogue.refusals(completed(today.preset(), axes))
                    .forEach(reason -> checks.wrong(at.field("axes"), reason, axes));
        }
        grouping(at.field("grouping"), today.grouping());
    }

    /** A shape that is kept. */
    void saved(At at, SavedShape shape) {
        checks.name(at.field("name"), shape.name());
        Map<String, String> whole = new HashMap<>(shape.axes());
        if (shape.axes().containsKey(Axis.GROUPING.id())) {
            checks.wrong(at.field("axes").field(Axis.GROUPING.id()), "how services share processes in grouping",
                    shape.axes().get(Axis.GROUPING.id()));
        }
        whole.put(Axis.GROUPING.id(), word(shape.grouping()));
        if (!asToday(shape)) {
            stand(at.field("axes"), whole);
        }
        grouping(at.field("grouping"), shape.grouping());
        shape.assumptions().forEach((key, value) -> figure(at.field("assumptions").field(key), key, value));
        changes(at.field("changes"), shape.changed());
    }

    /** Without a word on any axis a shape is what runs today, as far as it says anything else. */
    private static boolean asToday(SavedShape shape) {
        return shape.axes().isEmpty() && (shape.grouping() != null || !shape.assumptions().isEmpty()
                || shape.changes() != null);
    }

    private void changes(At at, Changes changes) {
        if (changes.rate() != null) {
            checks.number(at.field("rate"), changes.rate());
        }
        changes.rates().forEach((service, rate) -> amount(at.field("rates"), service, rate));
        changes.replicas().forEach((service, count) -> amount(at.field("replicas"), service, count));
        changes.baseImages().forEach((service, image) -> {
            if (!service.equals(Changes.ALL)) {
                known(at.field("baseImages"), service);
            }
            checks.text(at.field("baseImages").field(service), image);
        });
    }

    private void amount(At at, String service, @Nullable Double amount) {
        known(at, service);
        if (amount == null) {
            checks.wrong(at.field(service), "a number that is 0 or more", null);
        } else {
            checks.number(at.field(service), amount);
        }
    }

    /** The grouping as an option of its axis; what is no word of it is said elsewhere. */
    private static String word(@Nullable Object grouping) {
        return grouping instanceof String word && Terms.GROUPING.contains(word)
                ? word
                : grouping instanceof Map ? HAND_MADE : "one-each";
    }

    private void stand(At at, Map<String, String> axes) {
        for (Refusal refusal : catalogue.conflicts(axes)) {
            Axis axis = refusal.axis();
            At place = axis == null ? at : axis == Axis.GROUPING ? at.parentField("grouping") : at.field(axis.id());
            checks.wrong(place, refusal.reason(), axis == null ? axes : axes.get(axis.id()));
        }
    }

    private void figure(At at, String key, @Nullable Double value) {
        if (catalogue.entry(key).filter(Assumption::usable).isEmpty()) {
            checks.wrong(at, "the key of an assumption with figures", key);
        } else if (value == null) {
            checks.wrong(at, "a number that is 0 or more", null);
        } else {
            checks.number(at, value);
        }
    }

    /** Axes beside a preset replace the preset's own. */
    private Map<String, String> completed(@Nullable String preset, Map<String, String> axes) {
        Map<String, String> all = new HashMap<>();
        catalogue.presets().stream().filter(known -> known.id().equals(preset))
                .forEach(known -> all.putAll(known.axes()));
        all.putAll(axes);
        return all;
    }

    private void grouping(At at, @Nullable Object grouping) {
        switch (grouping) {
            case null -> {
            }
            case String word -> checks.oneOf(at, word, Terms.GROUPING);
            case Map<?, ?> units -> units.forEach((unit, members) -> unit(at.field(unit.toString()), members));
            default -> checks.wrong(at, "one of " + String.join(", ", Terms.GROUPING) + ", or units and their services",
                    grouping);
        }
    }

    private void unit(At at, @Nullable Object members) {
        if (members instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            list.forEach(member -> known(at, (String) member));
        } else {
            checks.wrong(at, "a list of services", members);
        }
    }

    private void known(At at, String service) {
        if (names.resolve(service) == null) {
            checks.wrong(at, "the name of a service in this estate", service);
        }
    }
}
