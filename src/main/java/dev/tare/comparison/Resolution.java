package dev.tare.comparison;

import dev.tare.catalogue.Axis;
import dev.tare.catalogue.Catalogue;
import dev.tare.catalogue.ImpossibleShape;
import dev.tare.engine.Engine;
import dev.tare.engine.MergeQuestion;
import dev.tare.engine.MergeQuestion.Aim;
import dev.tare.engine.MergeQuestion.Rules;
import dev.tare.engine.Scenario;
import dev.tare.engine.Shape;
import dev.tare.estate.EstateDocument;
import dev.tare.site.Invalid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Resolves what was asked against the estate and the catalogue, and gathers everything that is wrong with it. */
final class Resolution {
    private final Catalogue catalogue;
    private final EstateDocument estate;
    private final EngineMapping mapping;
    private final Problems problems = new Problems();
    private final AskedShape shapes;
    private final AskedFigures figures;
    private final Changed changed;

    Resolution(Catalogue catalogue, EstateDocument estate, EngineMapping mapping) {
        this.catalogue = catalogue;
        this.estate = estate;
        this.mapping = mapping;
        shapes = new AskedShape(catalogue, estate, mapping, problems);
        figures = new AskedFigures(catalogue, estate, problems);
        changed = new Changed(catalogue, estate, mapping, problems);
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
        problems.refuse("The question cannot be answered.");
        return asked;
    }

    private @Nullable Asked one(Question.Ask ask, String path) {
        int before = problems.count();
        Question.Ask whole = shapes.whole(ask, path);
        Map<String, String> axes = shapes.axes(whole, path);
        Grouping grouping = shapes.grouping(whole, path);
        Map<String, Double> fixed = figures.fixed(whole, path);
        double usd = figures.usdPerUnit(whole, path);
        EstateDocument otherwise = changed.by(whole.changes(), path);
        try {
            return problems.count() > before ? null : asked(whole, otherwise, axes, grouping, fixed, usd);
        } catch (ImpossibleShape impossible) {
            impossible.reasons()
                    .forEach(reason -> problems.at(Problems.below(path, "axes"), reason, String.valueOf(axes)));
            return null;
        }
    }

    private Asked asked(Question.Ask ask, EstateDocument otherwise, Map<String, String> axes, Grouping grouping,
            Map<String, Double> fixed, double usd) {
        Map<String, String> checked = new LinkedHashMap<>(axes);
        checked.put(Axis.GROUPING.id(), grouping.id());
        Shape shape = catalogue.shape(checked);
        boolean today = ask.ownShape() && ask.grouping() == null;
        int[] units = grouping instanceof Grouping.Advised
                ? advised(shape, ask.ownShape(), fixed, otherwise)
                : Units.of(grouping, estate, shapes::position);
        Scenario scenario = new Scenario(ask.name(), shape, units, today);
        Map<Integer, Double> slots = new TreeMap<>();
        fixed.forEach((key, value) -> slots.put(catalogue.assumptions().slot(key), value));
        String title = ask.title();
        return new Asked(ask, otherwise, scenario, title == null ? catalogue.name(checked) : title, checked,
                catalogue.chosen(checked), grouping, fixed,
                slots,
                usd, 1);
    }

    /** A question about merges and the shape it is about. */
    record Merging(Asked asked, MergeQuestion question) {}

    /** What to ask the engine for advice, or {@link Invalid} with all that is wrong. */
    Merging merging(AdviceQuestion question) {
        Question.Ask ask = Advised.ask(question);
        Asked asked = one(ask, "");
        MergeRules rules = new MergeRules(estate, shapes, problems);
        double usd = asked == null ? 1 : asked.usdPerUnit();
        MergeQuestion.Rules kept = rules.of(question, usd);
        int[] today = shapes.unitsToday();
        problems.refuse("There is no advice on this.");
        Aim aim = new Aim(question.aim().least(), question.aim().usdPerMs() * usd);
        return new Merging(Objects.requireNonNull(asked),
                new MergeQuestion(asked.scenario().shape(), today, ask.ownShape(), aim, kept));
    }

    private int[] advised(Shape shape, boolean runs, Map<String, Double> fixed, EstateDocument otherwise) {
        Engine engine = new Engine(mapping.graph(otherwise), catalogue.assumptions().with(fixed));
        AdviceQuestion usual = AdviceQuestion.USUAL;
        Rules rules = new MergeRules(estate, shapes, problems).of(usual, 1);
        MergeQuestion question = new MergeQuestion(shape, shapes.unitsToday(), runs, usual.aim(), rules);
        return Keeping.ask(engine, estate, question, usual).advice().advice().optimum();
    }
}
