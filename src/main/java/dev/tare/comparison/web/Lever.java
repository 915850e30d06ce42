package dev.tare.comparison.web;

import dev.tare.catalogue.Assumption;
import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.validation.CaseResult;
import dev.tare.comparison.validation.Formula;
import dev.tare.comparison.validation.PublishedCase;
import dev.tare.comparison.validation.Reading;
import dev.tare.engine.Bill;
import dev.tare.site.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An assumption a reader can change to watch a case move.
 *
 * @param value what stands in its field: the reader's own figure, else what the case is weighed with; empty where the
 *              shapes of a case fix different figures
 * @param error what would have been right where what was typed cannot stand; empty otherwise
 * @param hint  the catalogue's figure and range, with its unit, and whether the case fixes another
 */
record Lever(String key, String what, String unit, String value, String hint, boolean changed, String error) {
    /** The assumptions a case names as worth changing, then those the workings of its figures name. */
    static List<Lever> of(CaseResult result, Map<String, Typed> refused, Catalogue catalogue, Figures figures) {
        return keys(result).stream().flatMap(key -> catalogue.entry(key).stream()).filter(Assumption::usable)
                .map(entry -> lever(entry, result, refused.get(entry.key()), figures)).toList();
    }

    private static Set<String> keys(CaseResult result) {
        Set<String> keys = new LinkedHashSet<>(result.published().levers());
        List<Reading> readings = result.checks().stream().flatMap(check -> check.readings().stream()).toList();
        readings.stream().flatMap(Lever::named).forEach(keys::add);
        return keys;
    }

    private static Stream<String> named(Reading reading) {
        if (reading.operand() instanceof Formula.LookUp lookUp) {
            return Stream.of(lookUp.key());
        }
        Bill.Working working = reading.working();
        return working == null
                ? Stream.empty()
                : working.inputs().stream().map(Bill.Input::assumption).filter(key -> !key.isEmpty());
    }

    private static Lever lever(Assumption entry, CaseResult result, @Nullable Typed refused, Figures figures) {
        Double own = result.changed().get(entry.key());
        List<Double> used = used(entry, result.published());
        String value = own != null ? plain(own) : used.size() == 1 ? plain(used.getFirst()) : "";
        return new Lever(entry.key(), entry.what(), entry.unit(), refused == null ? value : refused.text(),
                hint(entry, used, figures), own != null, refused == null ? "" : refused.expected());
    }

    /** The figures a case is weighed with, one for each that differs. */
    static List<Double> used(Assumption entry, PublishedCase published) {
        Double likely = entry.likely();
        List<Double> used = new ArrayList<>();
        for (Ask ask : published.scenarios()) {
            Double fixed = ask.assumptions().getOrDefault(entry.key(), likely);
            if (fixed != null && !used.contains(fixed)) {
                used.add(fixed);
            }
        }
        if (used.isEmpty() && likely != null) {
            used.add(likely);
        }
        return used;
    }

    private static String hint(Assumption entry, List<Double> used, Figures figures) {
        String range = figures.number(zero(entry.low())) + " \u2013 " + figures.number(zero(entry.likely()))
                + " \u2013 " + figures.number(zero(entry.high())) + " " + entry.unit();
        boolean fixed = used.size() > 1 || !used.contains(zero(entry.likely()));
        return fixed
                ? range + "; the case fixes " + String.join(" or ", used.stream().map(Lever::plain).toList())
                : range;
    }

    private static double zero(@Nullable Double figure) {
        return figure == null ? 0 : figure;
    }

    private static String plain(double figure) {
        return BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
    }
}
