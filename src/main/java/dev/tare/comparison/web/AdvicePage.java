package dev.tare.comparison.web;

import dev.tare.comparison.Advised;
import dev.tare.comparison.Advised.Buying;
import dev.tare.engine.Advice;
import dev.tare.engine.Advice.Step;
import dev.tare.engine.Measure;
import dev.tare.engine.MergeAdvice.Plan;
import dev.tare.site.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the advice page shows, written out.
 *
 * @param rows  the plans of the path that are marked and some between, all of a short one
 * @param every all of a long path; empty where {@code rows} has them
 * @param alone services the plan advised leaves by themselves, in words
 */
record AdvicePage(String headline, String drawn, String beyond, String facts, String proof, String move,
        MergeCurve curve, List<Row> rows, List<Row> every, List<Levers.Row> levers, List<Unit> units, String alone,
        List<String> splits, List<String> unkept, @Nullable Buys buys, boolean stay, String compare, String tryIt) {
    private static final int ALL_SHOWN = 16;
    private static final int BETWEEN = 6;

    /** A plan of the path. */
    record Row(String units, List<String> marks, boolean permitted, String gross, String p99, String merge,
            String saving, String sign, String against, String between, String evidence, List<String> blockers,
            String tryIt) {}

    /** A unit of several services of the plan advised. */
    record Unit(String name, int size, String services) {}

    static AdvicePage of(String slug, Advised advised, Figures figures) {
        Writer writer = new Writer(figures, advised.currency());
        AdviceWords words = new AdviceWords(advised, writer);
        List<Row> rows = IntStream.range(0, words.advice().path().size()).mapToObj(i -> row(words, i, "")).toList();
        Buying buying = advised.buying();
        AdvisedUnits units = new AdvisedUnits(words);
        return new AdvicePage(words.headline(), words.drawn(), words.beyond(), words.facts(), words.proof(),
                buying == null || advised.verdict().stay() ? "" : Buys.move(buying.plan(), writer),
                MergeCurve.of(words), shown(slug, words, rows), rows.size() > ALL_SHOWN ? rows : List.of(),
                new Levers(words).rows(),
                units.shared(), units.alone(), words.splits(), unkept(words),
                buying == null ? null : Buys.of(buying.today(), buying.plan(), List.of(), writer),
                advised.verdict().stay(), compare(slug, advised),
                tryIt(slug, advised, words.advice().best()));
    }

    private static List<String> unkept(AdviceWords words) {
        return words.advised().unkept().stream().map(lock -> String.join(" and ", lock.services())
                + " are not kept together in this shape: " + Merged.words(words, lock.why()) + ".").toList();
    }

    /** Each with the way to take it into a scenario, which is as long as its units. */
    private static List<Row> shown(String slug, AdviceWords words, List<Row> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.size() <= ALL_SHOWN || i == 0 || i == rows.size() - 1
                        || !rows.get(i).marks().isEmpty() || i % Math.max(1, rows.size() / BETWEEN) == 0)
                .mapToObj(i -> row(words, i, tryIt(slug, words.advised(), i))).toList();
    }

    /** The plan up to a step, as a scenario that can be changed further; the services set apart or together go along. */
    private static String tryIt(String slug, Advised advised, int step) {
        Sought start = new Sought(advised.question().preset() == null
                ? Sought.TODAY.written()
                : advised.question().preset());
        Sought plan = Sought.units(start.written(),
                advised.written(advised.merges().advice().path().get(step).grouping()).values());
        return new TrialAddress(slug, plan, start, new Locks(advised.question().apart(), advised.question().together()))
                .written();
    }

    private static Row row(AdviceWords words, int position, String tryIt) {
        Step step = words.advice().path().get(position);
        Plan plan = words.advised().merges().path().get(position);
        String saving = position == 0 ? "" : words.saving(step.saving());
        double against = words.advice().today().weight() - step.weight();
        return new Row(String.valueOf(step.units()), marks(words.advised(), position), step.permitted(),
                words.amount(Measure.COST, plan.gross()), words.amount(Measure.P99_MS, plan.p99Ms()),
                words.merge(position), saving, sign(saving, step.saving()), words.saving(against),
                words.worth().path().isEmpty() ? "" : words.range(words.worth().path().get(position)),
                position == 0 ? "" : words.evidence(step),
                step.blockers().stream().map(blocker -> Merged.words(words, blocker)).toList(), tryIt);
    }

    private static String sign(String written, double saving) {
        return written.equals("0") || written.isEmpty() ? "same" : saving > 0 ? "less" : "more";
    }

    /** What a point of the path is besides a number of units. */
    static List<String> marks(Advised advised, int position) {
        Advice advice = advised.merges().advice();
        boolean today = Arrays.equals(advice.path().get(position).grouping(), advised.today());
        String best = advised.verdict().stay() ? "best" : "advised";
        return IntStream.of(today ? 0 : -1, position == advice.best() ? 1 : -1, position == advice.knee() ? 2 : -1)
                .filter(mark -> mark >= 0).mapToObj(mark -> List.of("today", best, "knee").get(mark)).toList();
    }

    private static String compare(String slug, Advised advised) {
        String shape = advised.question().preset() == null ? Sought.TODAY.written() : advised.question().preset();
        Sought sought = advised.question().usual()
                ? new Sought(shape + ":advised")
                : Sought.units(shape, advised.written(advised.merges().advice().optimum()).values());
        Measure measure = advised.question().aim().inMoney() ? Measure.COST : Measure.P99_MS;
        return new CompareQuery(List.of(Sought.TODAY, sought), measure, false, Set.of(), WhatIf.NOTHING, List.of())
                .address(slug);
    }
}
