package dev.tare.comparison.web;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Defaults.Lack;
import dev.tare.comparison.Looked;
import dev.tare.comparison.Looked.Swing;
import dev.tare.engine.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The assumptions that move a figure most, each weighed again at both ends of its range. Places of the bars are
 * percentages of one scale.
 *
 * @param title  what is moved
 * @param likely the figure with every assumption at its likely value
 * @param at     where that is on the scale
 * @param turns  whether any of them alone turns the sign of a difference
 */
record Movers(String title, String likely, String at, List<Row> rows, boolean turns) {
    /**
     * One of them.
     *
     * @param share  of the spread over the draws that goes with it; empty where too few were made
     * @param lower  where the bar of the lower figure begins, and how wide it is
     * @param enter  the field that would replace the assumption, in words; empty where there is none
     * @param turns  whether it alone turns the sign of the difference
     */
    record Row(Change change, String atLow, String atHigh, String share, String x, String width, String enter,
            String enterAt, boolean turns) {}

    /** What the rows are written with. */
    record Means(String slug, WhatIf whatIf, @Nullable Typed typed, List<Lack> lacks, Catalogue catalogue,
            Writer writer) {}

    static Movers of(String title, Looked looked, Means means) {
        double low = looked.likely();
        double high = looked.likely();
        for (Swing swing : looked.swings()) {
            low = Math.min(low, Math.min(swing.atLow(), swing.atHigh()));
            high = Math.max(high, Math.max(swing.atLow(), swing.atHigh()));
        }
        Scale scale = new Scale(low, high > low ? high - low : 1);
        List<Row> rows = new ArrayList<>();
        looked.swings().forEach(swing -> row(looked, swing, scale, means).ifPresent(rows::add));
        return new Movers(title, figure(looked, looked.likely(), means.writer()), scale.at(looked.likely()), rows,
                rows.stream().anyMatch(Row::turns));
    }

    /** From the lowest to the highest figure of all rows. */
    private record Scale(double from, double width) {
        String at(double value) {
            return percent((value - from) / width);
        }

        String wide(double value) {
            return percent(value / width);
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.2f%%", share * 100);
        }
    }

    private static Optional<Row> row(Looked looked, Swing swing, Scale scale, Means means) {
        Optional<Lack> lack = means.lacks().stream().filter(each -> each.assumption().equals(swing.key())).findFirst();
        boolean turns = looked.look().b() != null && swing.atLow() * swing.atHigh() < 0;
        return Change.of(swing.key(), means.whatIf(), means.typed(), means.catalogue(), means.writer().figures())
                .map(change -> new Row(change, figure(looked, swing.atLow(), means.writer()),
                        figure(looked, swing.atHigh(), means.writer()),
                        Double.isNaN(swing.share()) ? "" : means.writer().figures().percent(rounded(swing.share())),
                        scale.at(Math.min(swing.atLow(), swing.atHigh())), scale.wide(swing.width()),
                        lack.map(each -> FieldWords.enter(each, means.writer().figures())).orElse(""),
                        lack.map(each -> FieldWords.at(means.slug(), each)).orElse(""), turns));
    }

    /** Draws tell shares to about a hundredth. */
    private static double rounded(double share) {
        return Math.rint(share * 100) / 100;
    }

    private static String figure(Looked looked, double value, Writer writer) {
        Measure measure = looked.look().measure();
        return looked.look().b() == null ? writer.amount(measure, value) : writer.signed(measure, value);
    }
}
