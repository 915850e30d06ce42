package dev.tare.comparison.web;

import dev.tare.comparison.validation.CaseResult;
import dev.tare.comparison.validation.CaseResult.Check;
import dev.tare.site.Figures;
import java.util.List;

/** Every published case in a row: what was measured, published, computed, and whether it is inside. */
record BelievePage(List<Row> rows, int cases, int insideCases, int figures, int insideFigures) {
    /**
     * A case.
     *
     * @param figure  the figure that says most: the first outside, or the first
     * @param verdict in words
     * @param others  in words, what the other figures are; empty where there are none
     */
    record Row(String id, String title, String study, String measured, Held figure, boolean inside, String verdict,
            String others) {
        static Row of(CaseResult result, Figures figures) {
            List<Check> checks = result.checks();
            Check shown = checks.stream().filter(check -> !check.inside()).findFirst().orElse(checks.getFirst());
            long outside = checks.stream().filter(check -> !check.inside()).count();
            return new Row(result.published().id(), result.published().title(), result.published().study(),
                    result.published().measured(), Held.of(shown, "", figures), result.inside(),
                    outside == 0 ? "inside" : outside + " of " + checks.size() + " outside",
                    others(checks.size() - 1, outside));
        }

        private static String others(int others, long outside) {
            if (others == 0) {
                return "";
            }
            String more = others == 1 ? "1 more figure" : others + " more figures";
            return outside > 1 ? more + ", " + (outside - 1) + " of them outside" : more + ", inside";
        }
    }

    static BelievePage of(List<CaseResult> results, Figures figures) {
        List<Check> checks = results.stream().flatMap(result -> result.checks().stream()).toList();
        return new BelievePage(results.stream().map(result -> Row.of(result, figures)).toList(), results.size(),
                (int) results.stream().filter(CaseResult::inside).count(), checks.size(),
                (int) checks.stream().filter(Check::inside).count());
    }
}
