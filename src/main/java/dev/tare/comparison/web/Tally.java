package dev.tare.comparison.web;

import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Looked;
import dev.tare.comparison.Looked.Apart;
import dev.tare.comparison.Looked.Difference;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Look;
import dev.tare.engine.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a scenario that is tried weighs, with how far that is from where it started and from today. */
record Tally(String verdict, String against, List<Row> rows) {
    /** In one measure; {@code today} is there where it did not start at what runs today. */
    record Row(String head, String figure, String range, String working, String split, Step start, Step today) {}

    /**
     * How far it is from another.
     *
     * @param sign  less, more, same; none where there is nothing to compare with
     * @param drawn between what and what in 80 of 100 draws
     * @param open  whether that is on both sides of nothing
     */
    record Step(String difference, String sign, String drawn, boolean open) {
        static final Step NONE = new Step("", "none", "", false);
    }

    static Tally of(Tried tried, Answer answer, Writer writer, Workings workings) {
        Weighed now = tried.weighed();
        List<Row> rows = Arrays.stream(Measure.values()).map(measure -> new Row(Words.head(measure),
                writer.amount(measure, gross(now, measure)), writer.range(measure, now.gross(measure)),
                workings.of(now, "gross", measure), "tare "
                        + writer.amount(measure, Amounts.of(now.bill().tare(), measure).likely()) + " \u00b7 net "
                        + writer.amount(measure, Amounts.of(now.bill().net(), measure).likely()),
                step(answer, tried.start(), now, measure, writer),
                tried.startsElsewhere()
                        ? step(answer, answer.named(Question.TODAY), now, measure, writer)
                        : Step.NONE))
                .toList();
        Row cost = rows.getFirst();
        return new Tally(verdict(tried, cost, rows), tried.startsElsewhere() ? "against the start" : "against today",
                rows);
    }

    private static Step step(Answer answer, Weighed before, Weighed now, Measure measure, Writer writer) {
        if (before.name().equals(now.name())) {
            return Step.NONE;
        }
        String written = writer.signed(measure, gross(now, measure) - gross(before, measure));
        Optional<Apart> apart = answer.looked(Look.apart(before.name(), now.name(), measure))
                .flatMap(Looked::difference).map(Difference::gross);
        String sign = written.equals("0") ? "same" : written.startsWith("+") ? "more" : "less";
        return new Step(written, sign, apart.map(each -> between(each, measure, writer)).orElse(""),
                apart.map(Apart::open).orElse(false));
    }

    private static String between(Apart apart, Measure measure, Writer writer) {
        String from = writer.signed(measure, apart.drawn().p10());
        String to = writer.signed(measure, apart.drawn().p90());
        return from.equals(to) ? "" : from + " to " + to;
    }

    private static double gross(Weighed weighed, Measure measure) {
        return Amounts.of(weighed.bill().gross(), measure).likely();
    }

    private static String verdict(Tried tried, Row cost, List<Row> rows) {
        String start = tried.startsElsewhere() ? "where it started" : "today";
        Step step = cost.start();
        if (step.sign().equals("none")) {
            return "Nothing is changed yet: " + cost.figure() + " a month.";
        }
        if (step.sign().equals("same")) {
            return "This costs the same as " + start + ": " + cost.figure() + " a month.";
        }
        String words = "This costs " + step.difference().substring(1) + (step.sign().equals("less")
                ? " less"
                : " more") + " a month than " + start;
        Step time = rows.get(Measure.P99_MS.ordinal()).start();
        String slow = time.sign().equals("less") || time.sign().equals("more")
                ? ", and a slow request takes " + time.difference().substring(1)
                        + (time.sign().equals("less") ? " less" : " longer")
                : "";
        return words + slow + (step.open() ? ". In money that is too close to call." : ".");
    }
}
