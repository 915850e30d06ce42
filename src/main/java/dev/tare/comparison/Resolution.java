package dev.tare.comparison;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.ImpossibleShape;
import dev.tare.engine.Engine;
import dev.tare.engine.MergeQuestion;
import dev.tare.engine.MergeQuestion.Rules;
import dev.tare.engine.Scenario;
import dev.tare.engine.Shape;
import dev.tare.estate.EstateDocument;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Resolves what was asked against the estate and the catalogue, and gathers everything that is wrong with it. */
final class Resolution {
    /** What runs today where the estate does not say. */
    static final String ASSUMED_TODAY = "eks";

    private final Catalogue catalogue;
    private final EstateDocument estate;
    private final EngineMapping mapping;
    private final List<Problem> problems = new ArrayList<>();

    Resolution(Catalogue catalogue, EstateDocument estate, EngineMapping mapping) {
        this.catalogue = catalogue;
        this.estate = estate;
        this.mapping = mapping;
    }

    /** Every scenario in order, or {@link Invalid} with all that is wrong. */
    List<Asked> all(Question question) {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < question.scenarios().size(); i++) {
            Asked one = one(question.scenarios().get(i), "scenarios[" + i + "]");
            if (one != null) {
                asked.add(one);
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid("The question cannot be answered.", problems);
        }
        return asked;
    }

    private @Nullable Asked one(Question.Ask ask, String path) {
        int before = problems.size();
        Map<String, String> axes = axes(ask, path);
        Grouping grouping = grouping(ask, path);
        Map<String, Double> fixed = fixed(ask, path);
        double usd = usdPerUnit(ask, path);
        try {
            return problems.size() > before ? null : asked(ask, axes, grouping, fixed, usd);
        } catch (ImpossibleShape impossible) {
            impossible.reasons().forEach(reason -> problem(at(path, "axes"), reason, String.valueOf(axes)));
            return null;
        }
    }

    private Asked asked(Question.Ask ask, Map<String, String> axes, Grouping grouping, Map<String, Double> fixed,
            double usd) {
        Map<String, String> checked = new LinkedHashMap<>(axes);
        checked.put(Axis.GROUPING.id(), grouping.id());
        Shape shape = catalogue.shape(checked);
        boolean today = ask.ownShape() && ask.grouping() == null;
        int[] units = grouping instanceof Grouping.Advised
                ? advised(shape, ask.ownShape(), fixed)
                : Units.of(grouping, estate, this::position);
        Scenario scenario = new Scenario(ask.name(), shape, units, today);
        Map<Integer, Double> slots = new TreeMap<>();
        fixed.forEach((key, value) -> slots.put(catalogue.assumptions().slot(key), value));
        return new Asked(ask, scenario, catalogue.name(checked), checked, catalogue.chosen(checked), grouping, fixed,
                slots,
                usd);
    }

    /** A question about merges and the shape it is about. */
    record Merging(Asked asked, MergeQuestion question) {}

    /** What to ask the engine for advice, or {@link Invalid} with all that is wrong. */
    Merging merging(AdviceQuestion question) {
        Question.Ask ask = new Question.Ask("advice", question.preset(), Map.of(), new Grouping.OneEach(), Map.of());
        Asked asked = one(ask, "");
        Rules rules = new Rules(question.teamsApart(), positions(question.apart(), "apart"),
                positions(question.together(), "together"));
        int[] today = unitsToday();
        if (asked == null || !problems.isEmpty()) {
            throw new Invalid("There is no advice on this.", problems);
        }
        return new Merging(asked,
                new MergeQuestion(asked.scenario().shape(), today, ask.ownShape(), question.aim(), rules));
    }

    private List<List<Integer>> positions(List<List<String>> sets, String path) {
        List<List<Integer>> positions = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            List<Integer> set = new ArrayList<>();
            for (String service : sets.get(i)) {
                position(service).ifPresentOrElse(set::add, unknown(path + "[" + i + "]", service));
            }
            if (set.size() == sets.get(i).size() && set.stream().distinct().count() < set.size()) {
                problem(path + "[" + i + "]", "different services of this estate", String.join(",", sets.get(i)));
            }
            positions.add(set);
        }
        return positions;
    }

    private Runnable unknown(String path, String service) {
        return () -> problem(path, "the name of a service of this estate", service);
    }

    private int[] unitsToday() {
        return Units.of(grouping(Question.Ask.today(), ""), estate, this::position);
    }

    private int[] advised(Shape shape, boolean runs, Map<String, Double> fixed) {
        Engine engine = new Engine(mapping.graph(estate), catalogue.assumptions().with(fixed));
        Rules rules = new Rules(AdviceQuestion.USUAL.teamsApart(), List.of(), List.of());
        return engine.advise(new MergeQuestion(shape, unitsToday(), runs, AdviceQuestion.USUAL.aim(), rules)).advice()
                .optimum();
    }

    private Map<String, String> axes(Question.Ask ask, String path) {
        if (!ask.axes().isEmpty()) {
            return ask.axes();
        }
        String preset = ask.preset();
        if (preset != null) {
            return presetAxes(preset, at(path, "preset"));
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
            problem(path, "the id of a preset of the catalogue", preset);
            return new LinkedHashMap<>();
        }
    }

    private Grouping grouping(Question.Ask ask, String path) {
        Grouping asked = ask.grouping();
        if (asked != null) {
            checkUnits(asked, at(path, "grouping"));
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
            problem("today.grouping", Grouping.EXPECTED, String.valueOf(written));
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
                problem(at(path, unit), "the name of a service of this estate", service);
            } else if (taken.putIfAbsent(position.getAsInt(), unit) != null) {
                problem(at(path, unit), "each service in one unit", service);
            }
        }));
    }

    private Map<String, Double> fixed(Question.Ask ask, String path) {
        Map<String, Double> fixed = new TreeMap<>();
        ask.assumptions().forEach((key, value) -> {
            if (catalogue.entry(key).filter(entry -> entry.usable()).isEmpty()) {
                problem(at(path, "assumptions." + key), "the key of a numeric assumption of the catalogue", key);
            } else if (!(value >= 0) || value.isInfinite()) {
                problem(at(path, "assumptions." + key), "a number, 0 or more", String.valueOf(value));
            } else {
                fixed.put(key, catalogue.toBase(key, value));
            }
        });
        return fixed;
    }

    private double usdPerUnit(Question.Ask ask, String path) {
        String currency = Weighing.currency(estate);
        Double fixed = ask.assumptions().get("fx." + currency);
        double rate = fixed != null ? fixed : catalogue.usdPer(currency).orElse(Double.NaN);
        if (!(rate > 0)) {
            problem(path, "a currency with a rate: " + String.join(", ", catalogue.currencies()), currency);
        }
        return rate;
    }

    private OptionalInt position(String service) {
        return mapping.position(service).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static String at(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private void problem(String path, String expected, String found) {
        problems.add(Problem.at(path, expected, found));
    }
}
