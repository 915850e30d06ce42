package dev.tare.review.export;

import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Bill;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import dev.tare.site.Figures;
import java.util.Locale;
import java.util.Map;

/** What a scenario weighs, in words. Files travel: figures are written as in English, whoever takes them. */
final class Weights {
    private static final Figures FIGURES = new Figures(Locale.ENGLISH);

    private Weights() {}

    /** In a sentence. */
    static String words(Weighed scenario, String currency) {
        Bill bill = scenario.bill();
        return money(cost(bill.gross()), currency) + " a month, of which " + money(cost(bill.tare()), currency)
                + " is tare";
    }

    static String money(double amount, String currency) {
        return FIGURES.money(amount, currency);
    }

    static String range(Range range, String currency) {
        return FIGURES.range(range.low(), range.high(), (figures, value) -> figures.money(value, currency));
    }

    static String ms(double ms) {
        return FIGURES.ms(ms);
    }

    static double cost(Map<Measure, Range> measures) {
        return of(measures, Measure.COST).likely();
    }

    static Range of(Map<Measure, Range> measures, Measure measure) {
        Range range = measures.get(measure);
        return range == null ? new Range(0, 0, 0) : range;
    }
}
