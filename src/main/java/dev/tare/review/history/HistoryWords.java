package dev.tare.review.history;

import dev.tare.review.Standing;
import dev.tare.review.history.Course.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a course comes to, in sentences.
 *
 * @param open whether the draws cannot say which way tare went
 */
record HistoryWords(Course course, Amounts amounts, String measure, boolean open) {
    private static final double SAME = 1e-9;
    private static final double MOST = 0.5;

    /** "Tare rose by $120 a month (8 %) in 30 days, mostly mesh." */
    String headline() {
        List<Step> steps = course.steps();
        if (steps.size() < 2) {
            return "The history of this estate begins here.";
        }
        Standing first = steps.getFirst().standing();
        Standing last = steps.getLast().standing();
        double before = first.total(measure).tare().likely();
        double by = last.total(measure).tare().likely() - before;
        if (isNothing(by, before)) {
            return "Tare stayed as it was " + span() + ".";
        }
        if (open) {
            return "Tare may have risen or fallen " + span() + " (" + amounts.signed(measure, by)
                    + (Amounts.monthly(measure) ? " a month" : "") + "): too close to call.";
        }
        return "Tare " + (by > 0 ? "rose" : "fell") + " by " + amounts.of(measure, Math.abs(by))
                + (Amounts.monthly(measure) ? " a month" : "")
                + (before > 0 ? " (" + amounts.figures().percent(Math.abs(by) / before) + ")" : "") + " " + span()
                + mostly(first, last, by) + ".";
    }

    /** Gross and tare then and now. */
    String lede() {
        List<Step> steps = course.steps();
        Standing.Totals now = steps.getLast().standing().total(measure);
        String is = Amounts.name(measure) + ": gross " + amounts.of(measure, now.gross().likely()) + ", of which "
                + amounts.of(measure, now.tare().likely()) + " is tare";
        if (steps.size() < 2) {
            return is
                    + ". Figures are kept two minutes after a change has settled, and once a day; come back after the next.";
        }
        Standing.Totals then = steps.getFirst().standing().total(measure);
        return is + "; " + amounts.of(measure, then.gross().likely()) + " and "
                + amounts.of(measure, then.tare().likely()) + " at the start of this period.";
    }

    /** The chart in words. */
    String trend() {
        Comparator<Step> byGross = Comparator.comparingDouble(step -> step.standing().total(measure).gross().likely());
        Step least = course.steps().stream().min(byGross).orElseThrow();
        Step most = course.steps().stream().max(byGross).orElseThrow();
        return "Gross lay between " + amount(least) + " and " + amount(most) + " over "
                + amounts.figures().count(course.steps().size()) + " snapshots; "
                + amounts.figures().count(course.marks().size()) + " imports and decisions are marked.";
    }

    private String amount(Step step) {
        return amounts.of(measure, step.standing().total(measure).gross().likely());
    }

    private String span() {
        Duration span = Duration.between(course.steps().getFirst().at(), course.steps().getLast().at());
        return span.toDays() >= 1
                ? "in " + amounts.figures().count(span.toDays()) + (span.toDays() == 1 ? " day" : " days")
                : span.toHours() <= 1 ? "within an hour" : "in " + amounts.figures().count(span.toHours()) + " hours";
    }

    private String mostly(Standing first, Standing last, double by) {
        Set<String> parts = new TreeSet<>(first.lines().keySet());
        parts.addAll(last.lines().keySet());
        return parts.stream().max(Comparator.comparingDouble(part -> by(first, last, part) * Math.signum(by)))
                .filter(part -> by(first, last, part) * Math.signum(by) > MOST * Math.abs(by))
                .map(part -> ", mostly " + part).orElse("");
    }

    private double by(Standing first, Standing last, String part) {
        return last.line(part, measure).likely() - first.line(part, measure).likely();
    }

    private static boolean isNothing(double by, double before) {
        return Math.abs(by) <= SAME * Math.max(1, Math.abs(before));
    }
}
