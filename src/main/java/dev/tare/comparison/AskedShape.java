package dev.tare.comparison;

import static dev.tare.comparison.Problems.below;

import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.ImpossibleShape;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.SavedShape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which options and which grouping are meant: those asked for, a preset's, or the estate's own. */
final class AskedShape {
    /** What runs today where the estate does not say. */
    static final String ASSUMED_TODAY = "eks";

    private final Catalogue catalogue;
    private final EstateDocument estate;
    private final EngineMapping mapping;
    private final Problems problems;

    AskedShape(Catalogue catalogue, EstateDocument estate, EngineMapping mapping, Problems problems) {
        this.catalogue = catalogue;
        this.estate = estate;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The scenario with everything in it that the kept shape says which it names; its own grouping and figures win. */
    Question.Ask whole(Question.Ask ask, String path) {
        String name = ask.shape();
        if (name == null) {
            return ask;
        }
        Optional<SavedShape> kept = estate.shapes().stream().filter(each -> each.name().equals(name)).findFirst();
        if (kept.isEmpty()) {
            problems.at(below(path, "shape"), "the name of a shape kept with this estate", name);
        }
        return kept.map(shape -> with(ask, shape)).orElse(ask);
    }

    private static Question.Ask with(Question.Ask ask, SavedShape kept) {
        Map<String, Double> figures = new HashMap<>(kept.assumptions());
        figures.putAll(ask.assumptions());
        Object written = kept.grouping();
        Grouping grouping = ask.grouping() != null || written == null ? ask.grouping() : Grouping.read(written);
        return new Question.Ask(ask.name(), null, null, kept.name(), kept.axes(), grouping, figures,
                ask.changes().isNone() ? kept.changed() : ask.changes());
    }

    /** One option for each axis but the grouping. */
    Map<String, String> axes(Question.Ask ask, String path) {
        if (!ask.axes().isEmpty()) {
            return ask.axes();
        }
        String preset = ask.preset();
        if (preset != null) {
            return presetAxes(preset, below(path, "preset"));
        }
        EstateDocument.Today today = estate.today();
        Map<String, String> own = today == null || today.axes() == null ? Map.of() : today.axes();
        if (today != null && today.preset() == null && !own.isEmpty()) {
            return own;
        }
        Map<String, String> axes = presetAxes(
                today == null || today.preset() == null ? ASSUMED_TODAY : today.preset(), "today.preset");
        axes.putAll(own);
        return axes;
    }

    private Map<String, String> presetAxes(String preset, String path) {
        try {
            return new LinkedHashMap<>(catalogue.preset(preset).axes());
        } catch (ImpossibleShape unknown) {
            problems.at(path, "the id of a preset of the catalogue", preset);
            return new LinkedHashMap<>();
        }
    }

    /** The grouping asked for, or the usual one. */
    Grouping grouping(Question.Ask ask, String path) {
        Grouping asked = ask.grouping();
        if (asked != null) {
            checkUnits(asked, below(path, "grouping"));
            return asked;
        }
        EstateDocument.Today today = estate.today();
        if (ask.ownShape() && today != null && today.grouping() != null) {
            return read(today.grouping());
        }
        String preset = ask.preset() != null ? ask.preset() : ask.ownShape() ? ownPreset() : null;
        return preset == null ? new Grouping.OneEach() : usual(preset);
    }

    private @Nullable String ownPreset() {
        EstateDocument.Today today = estate.today();
        return today == null ? ASSUMED_TODAY : today.preset();
    }

    private Grouping usual(String preset) {
        return catalogue.presets().stream().filter(each -> each.id().equals(preset)).findFirst()
                .map(each -> Grouping.read(each.grouping())).orElse(new Grouping.OneEach());
    }

    private Grouping read(Object written) {
        try {
            Grouping grouping = Grouping.read(written);
            checkUnits(grouping, "today.grouping");
            return grouping;
        } catch (IllegalArgumentException unknown) {
            problems.at("today.grouping", Grouping.EXPECTED, String.valueOf(written));
            return new Grouping.OneEach();
        }
    }

    private void checkUnits(Grouping grouping, String path) {
        if (!(grouping instanceof Grouping.ByHand byHand)) {
            return;
        }
        Map<Integer, String> taken = new TreeMap<>();
        byHand.units().forEach((unit, services) -> services.forEach(service -> {
            OptionalInt position = position(service);
            if (position.isEmpty()) {
                problems.at(below(path, unit), "the name of a service of this estate", service);
            } else if (taken.putIfAbsent(position.getAsInt(), unit) != null) {
                problems.at(below(path, unit), "each service in one unit", service);
            }
        }));
    }

    /** For each service by position the unit it is in today. */
    int[] unitsToday() {
        return Units.of(grouping(Question.Ask.today(), ""), estate, this::position);
    }

    OptionalInt position(String service) {
        return mapping.position(service).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
