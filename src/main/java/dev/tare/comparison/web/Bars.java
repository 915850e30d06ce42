package dev.tare.comparison.web;

import dev.tare.comparison.Amounts;
import dev.tare.comparison.Answer.Weighed;
import dev.tare.comparison.Quantiles;
import dev.tare.engine.Bill.Part;
import dev.tare.engine.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One bar for each shape, split into net and the lines of the tare, on one scale. Places are percentages of the
 * scale, written for SVG; every figure stands beside them as words.
 *
 * @param parts net and the lines, in the order they stand in a bar
 * @param scale the value at the right end
 */
record Bars(List<Bar> bars, List<String> parts, double scale) {
    private static final double LETTER = 1.4;
    private static final double WHISKER_ROOM = 1.2;

    /** A shape's bar. */
    record Bar(String scenario, String name, String sub, boolean today, Figure gross, String share, double likely,
            double low, double middle, double high, String from, String at, String to, boolean beyond,
            List<Segment> segments,
            String text) {}

    /** A figure, the address of its working, and what it was with the catalogue's assumptions where it moved. */
    record Figure(String text, String range, String working, String was) {}

    /** A part of a bar, {@code part} 0 being net. */
    record Segment(int part, String name, double value, String written, String working, String x, String width,
            String middle, boolean labelled) {}

    static Bars of(List<Weighed> weighed, Measure measure, Writer writer, Workings workings, Was was) {
        double scale = scale(weighed, measure);
        List<Weighed> sorted = new ArrayList<>(weighed);
        sorted.sort(Comparator.comparing((Weighed each) -> !each.today())
                .thenComparing(each -> -Amounts.of(each.bill().gross(), measure).likely()));
        List<String> parts = new ArrayList<>(List.of("net"));
        for (Part part : Part.values()) {
            parts.add(Words.id(part));
        }
        return new Bars(sorted.stream().map(each -> bar(each, measure, scale, writer, workings, was)).toList(), parts,
                scale);
    }

    /** Room for every likely value and for the whiskers, unless a whisker would press the bars flat. */
    private static double scale(List<Weighed> weighed, Measure measure) {
        double likely = weighed.stream().mapToDouble(each -> Amounts.of(each.bill().gross(), measure).likely()).max()
                .orElse(0);
        double high = weighed.stream().mapToDouble(each -> each.gross(measure).p90()).max()
                .orElse(0);
        return Math.max(Math.min(high, WHISKER_ROOM * likely), Double.MIN_NORMAL);
    }

    private static Bar bar(Weighed weighed, Measure measure, double scale, Writer writer, Workings workings,
            Was was) {
        double likely = Amounts.of(weighed.bill().gross(), measure).likely();
        Quantiles gross = weighed.gross(measure);
        List<Segment> segments = segments(weighed, measure, scale, writer, workings);
        String share = writer.figures().percent(Amounts.tareShare(weighed.bill(), measure)) + " tare";
        String amount = writer.amount(measure, likely);
        String text = weighed.shape() + ", " + weighed.grouping().words() + ": " + amount + ", "
                + writer.range(measure, gross) + ", " + share;
        return new Bar(weighed.name(), weighed.shape(), weighed.grouping().words(), weighed.today(),
                new Figure(amount, writer.range(measure, gross), workings.of(weighed, "gross", measure),
                        was.of(weighed, measure, each -> Amounts.of(each.bill().gross(), measure).likely())),
                share,
                likely, gross.p10(), gross.p50(), gross.p90(), percent(gross.p10(), scale),
                percent(Math.min(gross.p50(), scale), scale), percent(Math.min(gross.p90(), scale), scale),
                gross.p90() > scale * (1 + 1e-9), segments, text);
    }

    private static List<Segment> segments(Weighed weighed, Measure measure, double scale, Writer writer,
            Workings workings) {
        List<Segment> segments = new ArrayList<>();
        double net = Amounts.of(weighed.bill().net(), measure).likely();
        segments.add(segment(0, "net", 0, net, scale, writer.amount(measure, net),
                workings.of(weighed, "net", measure)));
        double from = net;
        for (Part part : Part.values()) {
            double value = Amounts.of(weighed.bill(), part, measure).likely();
            segments.add(segment(part.ordinal() + 1, Words.id(part), from, value, scale,
                    writer.amount(measure, value), workings.of(weighed, part, measure)));
            from += value;
        }
        return segments;
    }

    private static Segment segment(int part, String name, double from, double value, double scale, String written,
            String working) {
        double width = Math.max(0, value) / scale * 100;
        return new Segment(part, name, value, written, working, percent(from, scale), percent(value, scale),
                percent(from + value / 2, scale), width >= LETTER * (name.length() + 1.5));
    }

    private static String percent(double value, double scale) {
        return String.format(Locale.ROOT, "%.3f%%", Math.max(0, value) / scale * 100);
    }
}
