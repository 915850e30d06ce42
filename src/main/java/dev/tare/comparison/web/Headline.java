package dev.tare.comparison.web;

import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Grouping;
import dev.tare.engine.Measure;
import java.util.Locale;

/**
 * The first thing the page says: how much of what is spent is tare, and what the other shape would make of it, or
 * that it is dearer, or that it is too close to call.
 *
 * @param before words before the figure
 * @param figure the figure
 * @param after  words after it
 * @param other  what the other shape would make of it
 */
record Headline(String before, String figure, String after, String other) {
    private static final double SURE = 0.9;

    static Headline of(String estate, Answer answer, Weighed today, Weighed other, Writer writer) {
        double gross = cost(today);
        if (!(gross > 0)) {
            return new Headline("Nothing on " + estate + " costs anything yet.", "", "", "");
        }
        String sentence = other(answer, today, other, writer);
        if (net(today) <= 0) {
            return new Headline("All that is spent on " + estate + " is ", "tare", ": no work of its own is known.",
                    sentence);
        }
        if (net(today) >= gross) {
            return new Headline("Nothing spent on " + estate + " is ", "tare", ".", sentence);
        }
        return new Headline("Of every " + coin(1, writer) + " spent on " + estate + ", ", share(today, writer),
                " is tare.", sentence);
    }

    private static String other(Answer answer, Weighed today, Weighed other, Writer writer) {
        double cheaper = answer.probabilityLess(other.name(), today.name(), Measure.COST);
        String as = as(other);
        if (cheaper < SURE && cheaper > 1 - SURE) {
            return as + " it might cost more or less: too close to call.";
        }
        boolean less = cost(other) < cost(today);
        boolean lighter = Amounts.tareShare(other.bill(), Measure.COST) < Amounts.tareShare(today.bill(),
                Measure.COST);
        if (less == lighter && less) {
            return as + " it would be " + share(other, writer) + ".";
        }
        return as + " it would cost " + (less ? "less" : "more") + ": " + writer.amount(Measure.COST, cost(other))
                + " a month instead of " + writer.amount(Measure.COST, cost(today)) + ".";
    }

    private static String as(Weighed other) {
        return other.grouping() instanceof Grouping.AllInOne
                ? "As one process"
                : "Split " + other.grouping().words() + " on " + other.shape();
    }

    /** The share of one unit of money, to the hundredth; a share that is not nothing or all is never written as such. */
    private static String share(Weighed weighed, Writer writer) {
        double share = Amounts.tareShare(weighed.bill(), Measure.COST);
        double shown = Math.rint(share * 100) / 100;
        if (shown <= 0 && share > 0) {
            return "less than " + coin(0.01, writer);
        }
        return coin(shown >= 1 && share < 1 ? 0.99 : shown, writer);
    }

    /** A share of one unit of money: "$0.54". */
    static String coin(double amount, Writer writer) {
        String whole = writer.figures().money(0, writer.currency());
        return whole.replace("0", writer.figures().fixed(amount, 2));
    }

    private static double cost(Weighed weighed) {
        return Amounts.of(weighed.bill().gross(), Measure.COST).likely();
    }

    private static double net(Weighed weighed) {
        return Amounts.of(weighed.bill().net(), Measure.COST).likely();
    }

    /** Everything in one line, for the title of a window. */
    String text() {
        return String.format(Locale.ROOT, "%s%s%s %s", before, figure, after, other).strip();
    }
}
