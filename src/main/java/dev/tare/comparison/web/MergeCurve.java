package dev.tare.comparison.web;

import dev.tare.engine.Advice;
import dev.tare.engine.Advice.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What plans weigh against the number of units, drawn: across in hundredths of the width, up in pixels. Plans worth a name
 * carry a letter, explained in the key; letters of neighbours stand at different heights.
 */
record MergeCurve(List<Line> lines, List<Point> points, List<Mark> marks, String text) {
    private static final double TOP = 62;
    private static final double BOTTOM = 210;
    private static final double LEFT = 4;
    private static final double RIGHT = 96;
    /** Letters nearer than this, in hundredths of the width, would touch on a phone. */
    private static final double NEAR = 7;
    private static final int LEVELS = 3;

    /** From one plan to the next; dashed where the plan it leads to breaks a rule. */
    record Line(String x1, double y1, String x2, double y2, boolean permitted) {}

    /** A plan; {@code kind} says what is drawn. */
    record Point(String x, double y, String kind) {}

    /** A plan with a letter, and the key to it. */
    record Mark(String letter, String x, double y, double top, String words, String kind) {}

    static MergeCurve of(AdviceWords words) {
        Advice advice = words.advice();
        Scale scale = new Scale(advice);
        List<Point> points = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Marks marks = new Marks(scale);
        for (int i = 0; i < advice.path().size(); i++) {
            Step step = advice.path().get(i);
            List<String> names = names(words, i);
            points.add(new Point(percent(scale.across(step.units())), scale.up(step.weight()), kind(names)));
            if (!names.isEmpty()) {
                marks.add(step.units(), step.weight(), String.join(", ", names) + ": " + words.units(step.units())
                        + ", " + words.amount(step.weight()), kind(names));
            }
            if (i > 0) {
                Point from = points.get(i - 1);
                Point to = points.get(i);
                lines.add(new Line(from.x, from.y, to.x, to.y, step.permitted()));
            }
        }
        if (marks.all.stream().noneMatch(mark -> mark.words.startsWith("today"))) {
            marks.add(words.advised().unitsToday(), advice.today().weight(), "today: "
                    + words.units(words.advised().unitsToday()) + ", " + words.amount(advice.today().weight()),
                    "today");
        }
        return new MergeCurve(lines, points, marks.all, (words.time() ? "A slow request" : "Gross a month") + " from "
                + words.units(words.advised().services().size()) + " at the left to one at the right; every figure "
                + "stands in the table below.");
    }

    private static List<String> names(AdviceWords words, int position) {
        List<String> names = new ArrayList<>(AdvicePage.marks(words.advised(), position));
        if (position == 0) {
            names.add("one each");
        }
        if (position > 0 && position == words.advice().path().size() - 1) {
            names.add("all in one");
        }
        return names;
    }

    private static String kind(List<String> names) {
        return names.contains("advised") || names.contains("best") ? "best" : names.isEmpty() ? "" : "named";
    }

    private static String percent(double at) {
        return String.format(Locale.ROOT, "%.2f%%", at);
    }

    /** Letters in the order of the path, each at the lowest height free of its neighbours. */
    private static final class Marks {
        private static final double LIFT = 15;
        private static final double HEIGHT = 17;

        private final Scale scale;
        private final List<Mark> all = new ArrayList<>();
        private final List<double[]> taken = new ArrayList<>();

        Marks(Scale scale) {
            this.scale = scale;
        }

        void add(int units, double weight, String words, String kind) {
            double at = scale.across(units);
            double y = scale.up(weight);
            double top = y - LIFT;
            for (int level = 0; level < LEVELS * LEVELS && touches(at, top); level++) {
                top -= HEIGHT;
            }
            taken.add(new double[]{ at, top });
            all.add(new Mark(String.valueOf((char) ('A' + all.size())), percent(at), y, top, words, kind));
        }

        private boolean touches(double at, double top) {
            return taken.stream().anyMatch(
                    other -> Math.abs(other[0] - at) < NEAR && Math.abs(other[1] - top) < HEIGHT);
        }
    }

    /** Most units at the left, the heaviest plan at the top; the scale does not begin at nothing. */
    private record Scale(int most, double least, double heaviest) {
        Scale(Advice advice) {
            this(advice.path().getFirst().units(), weights(advice).min().orElse(0),
                    weights(advice).max().orElse(1));
        }

        private static DoubleStream weights(Advice advice) {
            return DoubleStream.concat(DoubleStream.of(advice.today().weight()),
                    advice.path().stream().mapToDouble(Step::weight));
        }

        double across(int units) {
            return most <= 1 ? LEFT : LEFT + (RIGHT - LEFT) * (most - units) / (most - 1);
        }

        double up(double weight) {
            double share = heaviest > least ? (weight - least) / (heaviest - least) : 0.5;
            return Math.rint((BOTTOM - (BOTTOM - TOP) * share) * 10) / 10;
        }
    }
}
