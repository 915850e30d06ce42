package dev.tare.comparison.web;

import dev.tare.comparison.Advised;
import dev.tare.engine.Advice;
import dev.tare.engine.Advice.Step;
import dev.tare.engine.Measure;
import dev.tare.engine.MergeAdvice.Plan;
import dev.tare.site.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Everything the advice page shows, written out. */
record AdvicePage(String headline, String beyond, String facts, String proof, MergeCurve curve, List<Row> rows,
        List<Unit> units, List<String> splits, String compare) {
    /** A plan of the path. */
    record Row(String units, List<String> marks, boolean permitted, String gross, String p99, String merge,
            String saving, String sign, String evidence, List<String> blockers) {}

    /** A unit of the plan advised. */
    record Unit(String services, boolean merged) {}

    static AdvicePage of(String slug, Advised advised, Figures figures) {
        AdviceWords words = new AdviceWords(advised, new Writer(figures, advised.currency()));
        Advice advice = advised.merges().advice();
        return new AdvicePage(words.headline(), words.beyond(), words.facts(), words.proof(),
                MergeCurve.of(advised, words),
                IntStream.range(0, advice.path().size()).mapToObj(i -> row(advised, i, words)).toList(),
                advised.written(advice.optimum()).values().stream()
                        .map(unit -> new Unit(String.join(", ", unit), unit.size() > 1)).toList(),
                words.splits(), compare(slug, advised));
    }

    private static Row row(Advised advised, int position, AdviceWords words) {
        Step step = advised.merges().advice().path().get(position);
        Plan plan = advised.merges().path().get(position);
        String saving = position == 0 ? "" : words.saving(step.saving());
        return new Row(String.valueOf(step.units()), marks(advised, position), step.permitted(),
                words.amount(Measure.COST, plan.gross()), words.amount(Measure.P99_MS, plan.p99Ms()),
                words.merge(position), saving,
                saving.equals("0") || saving.isEmpty() ? "same" : step.saving() > 0 ? "less" : "more",
                position == 0 ? "" : words.evidence(step),
                step.blockers().stream().map(blocker -> Merged.words(advised, blocker)).toList());
    }

    /** What a point of the path is besides a number of units. */
    static List<String> marks(Advised advised, int position) {
        Advice advice = advised.merges().advice();
        boolean today = Arrays.equals(advice.path().get(position).grouping(), advised.today());
        return IntStream.of(today ? 0 : -1, position == advice.best() ? 1 : -1, position == advice.knee() ? 2 : -1)
                .filter(mark -> mark >= 0).mapToObj(mark -> List.of("today", "advised", "knee").get(mark)).toList();
    }

    private static String compare(String slug, Advised advised) {
        String shape = advised.question().preset() == null ? Sought.TODAY.written() : advised.question().preset();
        Sought sought = advised.question().usual()
                ? new Sought(shape + ":advised")
                : Sought.units(shape, advised.written(advised.merges().advice().optimum()).values());
        Measure measure = advised.question().aim().inMoney() ? Measure.COST : Measure.P99_MS;
        return "/estates/" + slug + "?measure=" + Words.id(measure) + "&a=today&b=" + sought.encoded()
                + "#beside-title";
    }
}
