package dev.tare.comparison.web;

import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import dev.tare.engine.Range;
import java.util.ArrayList;
import java.util.List;

/** Two scenarios line by line in one measure, with the difference, and which of them is less in words. */
record Beside(String a, String b, List<Row> rows, Row gross, String verdict) {
    /** A figure and the address of its working; {@code zero} figures are set quieter. */
    record Figure(String text, String range, String working, boolean zero) {}

    /** One line; {@code sign} is less, more or same, seen from {@code a} to {@code b}. */
    record Row(String name, String meaning, Figure a, Figure b, String difference, String sign) {}

    private static final double SURE = 0.9;

    static Beside of(Answer answer, Weighed a, Weighed b, Measure measure, Writer writer, Workings workings) {
        Table table = new Table(a, b, measure, writer, workings);
        List<Row> rows = new ArrayList<>();
        rows.add(table.row("net", "what the work itself needs", Amounts.of(a.bill().net(), measure),
                Amounts.of(b.bill().net(), measure)));
        for (Part part : Part.values()) {
            rows.add(table.row(Words.id(part), Words.meaning(part), Amounts.of(a.bill(), part, measure),
                    Amounts.of(b.bill(), part, measure)));
        }
        Row gross = table.row("gross", "", a.gross(measure), b.gross(measure));
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
        String sure = measure == Measure.COST
                ? "in " + writer.figures().count(Math.round(chance * 100)) + " of 100 draws of all assumptions"
                : "at the low, the likely and the high end of all assumptions";
        return title(winner) + " is " + comparative + " " + sure + ".";
    }

    /** What the rows of one table share. */
    private record Table(Weighed a, Weighed b, Measure measure, Writer writer, Workings workings) {
        Row row(String name, String meaning, Range ofA, Range ofB) {
            double difference = ofB.likely() - ofA.likely();
            String written = writer.signed(measure, difference);
            String sign = written.equals("0") ? "same" : difference < 0 ? "less" : "more";
            return new Row(name, meaning, figure(a, name, ofA), figure(b, name, ofB), written, sign);
        }

        private Figure figure(Weighed weighed, String part, Range range) {
            return new Figure(writer.amount(measure, range.likely()), writer.range(measure, range),
                    workings.of(weighed, part, measure), range.likely() == 0);
        }
    }
}
