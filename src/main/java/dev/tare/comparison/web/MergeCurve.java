package dev.tare.comparison.web;

import dev.tare.comparison.Advised;
import dev.tare.engine.Advice;
import dev.tare.engine.Advice.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What plans weigh against the number of units, drawn: across in hundredths of the width, up in pixels. */
record MergeCurve(List<Line> lines, List<Point> points, String text) {
    private static final double TOP = 64;
    private static final double BOTTOM = 210;
    private static final double LEFT = 4;
    private static final double RIGHT = 96;
    private static final int LEVELS = 3;

    /** From one plan to the next; dashed where the plan it leads to breaks a rule. */
    record Line(String x1, double y1, String x2, double y2, boolean permitted) {}

    /** A plan; those with a label are marked. */
    record Point(String x, double y, String label, double labelY, String anchor, boolean permitted, String kind) {}

    static MergeCurve of(Advised advised, AdviceWords words) {
        Advice advice = advised.merges().advice();
        Scale scale = new Scale(advice);
        List<Point> points = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        int labelled = 0;
        for (int i = 0; i < advice.path().size(); i++) {
            Step step = advice.path().get(i);
            List<String> marks = AdvicePage.marks(advised, i);
            boolean named = !marks.isEmpty() || i == 0 || i == advice.path().size() - 1;
            String label = named ? label(step, marks, words) : "";
            double raised = 16 + 17 * (labelled % LEVELS);
            labelled += named ? 1 : 0;
            double at = scale.across(step.units());
            points.add(new Point(percent(at), scale.up(step.weight()), label, scale.up(step.weight()) - raised,
                    at < 25 ? "start" : at > 75 ? "end" : "middle", step.permitted(),
                    marks.contains("advised") ? "best" : named ? "named" : ""));
            if (i > 0) {
                Point from = points.get(i - 1);
                Point to = points.get(i);
                lines.add(new Line(from.x, from.y, to.x, to.y, step.permitted()));
            }
        }
        if (points.stream().noneMatch(point -> point.label.contains("today"))) {
            double at = scale.across(advised.unitsToday());
            double up = scale.up(advice.today().weight());
            points.add(new Point(percent(at), up, "today " + words.amount(words.measure(), advice.today().weight()),
                    up + 20, at < 25 ? "start" : at > 75 ? "end" : "middle", true, "today"));
        }
        return new MergeCurve(lines, points, (words.time() ? "A slow request" : "Gross a month")
                + " from " + words.units(advised.services().size()) + " at the left to one at the right; every figure "
                + "stands in the table below.");
    }

    private static String label(Step step, List<String> marks, AdviceWords words) {
        String units = words.units(step.units());
        String named = marks.isEmpty() ? units : String.join(", ", marks) + ": " + units;
        return named + ", " + words.amount(words.measure(), step.weight());
    }

    private static String percent(double at) {
        return String.format(Locale.ROOT, "%.2f%%", at);
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
