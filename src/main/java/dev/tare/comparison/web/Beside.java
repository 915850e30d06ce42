package dev.tare.comparison.web;

import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Looked;
import dev.tare.comparison.Looked.Apart;
import dev.tare.comparison.Looked.Difference;
import dev.tare.comparison.Quantiles;
import dev.tare.comparison.Question.Look;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Two scenarios line by line in one measure, with the difference, and which of them is less in words. */
record Beside(String a, String b, List<Row> rows, Row gross, String verdict) {
    /** A figure and the address of its working; {@code zero} figures are set quieter. */
    record Figure(String text, String range, String working, boolean zero) {}

    /**
     * One line.
     *
     * @param sign  less, more or same, seen from {@code a} to {@code b}
     * @param drawn between what and what the difference lies in 80 of 100 draws
     * @param open  whether that is on both sides of nothing: too close to call
     */
    record Row(String name, String meaning, Figure a, Figure b, String difference, String sign, String drawn,
            boolean open) {}

    private static final double SURE = 0.9;

    static Beside of(Answer answer, Weighed a, Weighed b, Measure measure, Writer writer, Workings workings) {
        Optional<Difference> drawn = answer.looked(new Look(a.name(), b.name(), measure))
                .or(() -> answer.looked(Look.apart(a.name(), b.name(), measure))).flatMap(Looked::difference);
        Table table = new Table(a, b, measure, writer, workings);
        List<Row> rows = new ArrayList<>();
        rows.add(table.row("net", "what the work itself needs", each -> Amounts.of(each.bill().net(), measure),
                each -> Optional.ofNullable(each.outlook().net().get(measure)), drawn.map(Difference::net)));
        for (Part part : Part.values()) {
            rows.add(table.row(Words.id(part), Words.meaning(part), each -> Amounts.of(each.bill(), part, measure),
                    each -> each.outlook().line(part, measure), drawn.map(each -> each.lines().get(part))));
        }
        Row gross = table.row("gross", "", each -> Amounts.of(each.bill().gross(), measure),
                each -> each.outlook().gross(measure), drawn.map(Difference::gross));
        return new Beside(title(a), title(b), rows, gross, verdict(answer, a, b, measure, writer));
    }

    static String title(Weighed weighed) {
        return weighed.shape() + ", " + weighed.grouping().words();
    }

    private static String verdict(Answer answer, Weighed a, Weighed b, Measure measure, Writer writer) {
        if (a.name().equals(b.name())) {
            return "Both are the same.";
        }
        double less = answer.probabilityLess(b.name(), a.name(), measure);
        String comparative = measure == Measure.COST ? "cheaper" : measure == Measure.P99_MS ? "faster" : "lighter";
        if (less > 1 - SURE && less < SURE) {
            return "Which of the two is " + comparative + " is too close to call.";
        }
        Weighed winner = less >= SURE ? b : a;
        double chance = Math.max(less, 1 - less);
        String sure = a.outlook().gross(measure).isPresent()
                ? "in " + writer.figures().count(Math.round(chance * 100)) + " of 100 draws of all assumptions"
                : "at the low, the likely and the high end of all assumptions";
        return title(winner) + " is " + comparative + " " + sure + ".";
    }

    /** What the rows of one table share. */
    private record Table(Weighed a, Weighed b, Measure measure, Writer writer, Workings workings) {
        Row row(String name, String meaning, Function<Weighed, Range> figure,
                Function<Weighed, Optional<Quantiles>> drawn, Optional<Apart> difference) {
            double likely = figure.apply(b).likely() - figure.apply(a).likely();
            String written = writer.signed(measure, likely);
            String sign = written.equals("0") ? "same" : likely < 0 ? "less" : "more";
            return new Row(name, meaning, figure(a, name, figure.apply(a), drawn.apply(a)),
                    figure(b, name, figure.apply(b), drawn.apply(b)), written, sign,
                    difference.map(Apart::drawn).map(this::between).orElse(""),
                    difference.map(Apart::open).orElse(false));
        }

        private Figure figure(Weighed weighed, String part, Range range, Optional<Quantiles> drawn) {
            return new Figure(writer.amount(measure, range.likely()),
                    drawn.map(each -> writer.range(measure, each)).orElseGet(() -> writer.range(measure, range)),
                    workings.of(weighed, part, measure), range.likely() == 0 && range.high() == 0);
        }

        private String between(Quantiles difference) {
            String from = writer.signed(measure, difference.p10());
            String to = writer.signed(measure, difference.p90());
            return from.equals(to) ? from : from + " to " + to;
        }
    }
}
