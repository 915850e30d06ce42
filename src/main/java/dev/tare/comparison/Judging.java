package dev.tare.comparison;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Advised.Buying;
import dev.tare.comparison.Models.Model;
import dev.tare.engine.Advice;
import dev.tare.engine.MergeAdvice;
import dev.tare.engine.MergeQuestion;
import dev.tare.engine.Scenario;
import dev.tare.site.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what advice comes to: whether its best plan is surely better than today's, and what it buys and loses. */
final class Judging {
    private static final String LEAST = "advice.least_saving";
    private static final int MOST_SERVICES = 2_000;

    private final Catalogue catalogue;
    private final Model model;
    private final Asked asked;
    private final MergeQuestion question;
    private final MergeAdvice merges;

    /** {@code asked} is the shape, {@code merges} the answer in US dollars. */
    Judging(Catalogue catalogue, Model model, Asked asked, MergeQuestion question, MergeAdvice merges) {
        this.catalogue = catalogue;
        this.model = model;
        this.asked = asked;
        this.question = question;
        this.merges = merges;
    }

    /** Everything in the units of the aim, money in the estate's currency. */
    Worth worth(Sampling sampling) {
        Drawing drawing = new Drawing(model.engine(), question, merges.advice(), sampling);
        double unit = question.aim().inMoney() ? asked.usdPerUnit() : 1;
        double[] today = drawing.today(merges.today());
        double[] best = drawing.best(merges.best());
        List<Quantiles> path = new ArrayList<>();
        if (drawing.whole()) {
            drawing.path(merges.path()).forEach(plan -> path.add(Quantiles.of(less(today, plan, unit))));
        }
        double least = catalogue.assumptions().likely()[catalogue.assumptions().slot(LEAST)]
                * Math.abs(merges.advice().today().weight()) / unit;
        return new Worth(today.length == 0 ? null : Quantiles.of(less(today, best, unit)),
                Chance.ofDraws(best, today), least, path, drawing.count());
    }

    /** The verdict on an answer in the units of its worth. */
    static Verdict verdict(Advice advice, Worth worth) {
        double saving = advice.today().weight() - advice.weight();
        if (!advice.path().get(advice.best()).permitted()) {
            return Verdict.NONE;
        }
        if (advice.today().stay()) {
            return Verdict.STAY;
        }
        if (!advice.today().permitted()) {
            return saving > 0 ? Verdict.CHANGE : Verdict.OBEY;
        }
        if (saving < worth.least()) {
            return Verdict.STAY_FOR_LITTLE;
        }
        Quantiles drawn = worth.saving();
        return drawn != null && drawn.p10() <= 0 ? Verdict.STAY_UNSURE : Verdict.CHANGE;
    }

    /** What today and the plan advised buy; nothing for very many services, or where today's shape cannot stand. */
    @Nullable
    Buying buying() {
        Optional<Asked> today = runs();
        if (model.estate().services().size() > MOST_SERVICES || today.isEmpty()) {
            return null;
        }
        return new Buying(
                GivesOf.scenario(catalogue, model, today.get(), today, model.engine()),
                GivesOf.scenario(catalogue, model, plan(), today, model.engine()));
    }

    private Optional<Asked> runs() {
        try {
            return new Resolution(catalogue, model.estate(), model.mapping())
                    .all(Question.of(List.of(Question.Ask.today()))).stream().findFirst();
        } catch (Invalid _) {
            return Optional.empty();
        }
    }

    private Asked plan() {
        int[] units = merges.advice().optimum();
        boolean today = question.runs() && Arrays.equals(units, question.today());
        return new Asked(asked.ask(), asked.estate(), new Scenario("advised", question.shape(), units, today),
                asked.shapeName(),
                asked.axes(), asked.options(), new Grouping.ByHand(Map.of()), asked.fixed(), asked.fixedSlots(),
                asked.usdPerUnit(), asked.calibration());
    }

    private static double[] less(double[] today, double[] plan, double unit) {
        double[] less = new double[today.length];
        Arrays.setAll(less, draw -> (today[draw] - plan[draw]) / unit);
        return less;
    }
}
