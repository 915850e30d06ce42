package dev.tare.comparison.web;

import dev.tare.comparison.Advised;
import dev.tare.engine.Advice;
import dev.tare.engine.Advice.Step;
import dev.tare.engine.Evidence;
import dev.tare.engine.Measure;
import java.util.List;
import java.util.stream.IntStream;

/** Says advice in plain words. */
record AdviceWords(Advised advised, Writer writer) {
    /** The advice in one sentence. */
    String headline() {
        Advice advice = advice();
        double saving = advice.today().weight() - advice.weight();
        if (advice.today().stay()) {
            return "Stay as you are.";
        }
        String change = change(advice.path().get(advice.best()).units(), advised.unitsToday());
        if (saving <= 0) {
            return change + " is what the rules ask for; it costs " + amount(measure(), -saving)
                    + (time() ? " of a slow request." : " a month.");
        }
        return change + (time()
                ? " takes " + amount(measure(), saving) + " off a slow request."
                : " saves " + amount(measure(), saving) + " a month.");
    }

    private String change(int best, int today) {
        int services = advised.services().size();
        if (best == today) {
            return "Regrouping " + services + " services in " + units(best);
        }
        if (best > today) {
            return "Splitting " + units(today) + " into " + units(best);
        }
        return (today == services ? "Merging " + services + " services" : "Merging " + units(today)) + " into "
                + units(best);
    }

    /** Why not further. */
    String beyond() {
        Advice advice = advice();
        if (advice.best() == advice.path().size() - 1) {
            return "There is nothing left to merge.";
        }
        Step next = advice.path().get(advice.best() + 1);
        String start = advice.today().stay() ? "To merge anything, " : "Beyond that ";
        return start + next.blockers().stream().findFirst().map(blocker -> switch (blocker.reason()) {
            case TEAM -> "teams would share a process.";
            case RUNTIME -> "services in different languages would share a process, so some would be rewritten.";
            case ISOLATION -> "services that need isolation would lose it.";
            case PLACEMENT -> "services that follow nodes would share a process with services that follow load.";
            case APART -> "services set apart would share a process.";
            case MEMORY, NO_CALLS, LATENCY -> Merged.words(advised, blocker) + ".";
        }).orElse(time() ? "a merge takes no time off a slow request." : "a merge costs more than it saves.");
    }

    /** What is compared. */
    String facts() {
        String shape = advised.shape() + (advised.runs() ? ", as today" : "");
        return shape + " · today in " + units(advised.unitsToday()) + " · "
                + (advised.question().teams().apart() ? "teams never share a unit" : "teams may share a unit");
    }

    /** How sure the answer is. */
    String proof() {
        Advice advice = advice();
        if (advice.exact()) {
            return "Proven: no grouping that keeps the rules weighs less, with every assumption at its likely value.";
        }
        String found = "The best plan found by searching; a better one is not ruled out";
        return Double.isNaN(advice.bound())
                ? found + "."
                : found + ", but none weighs less than " + amount(measure(), advice.bound()) + ".";
    }

    /** Services to take out of the unit they run in today. */
    List<String> splits() {
        return advice().today().splits().stream().limit(5).map(split -> advised.services().get(split.service())
                + " by itself would save " + amount(measure(), split.saving())).toList();
    }

    /** Which units were put together. */
    String merge(int position) {
        Step step = advice().path().get(position);
        if (position == 0) {
            return "one unit each";
        }
        if (step.merges() > 1) {
            return writer.figures().count(step.merges()) + " merges";
        }
        int[] before = advice().path().get(position - 1).grouping();
        return side(before, step.a()) + " with " + side(before, step.b());
    }

    private String side(int[] before, int service) {
        return String.join(", ", IntStream.range(0, before.length).filter(i -> before[i] == before[service])
                .mapToObj(i -> advised.services().get(i)).toList());
    }

    /** What speaks for a merge besides the saving. */
    String evidence(Step step) {
        Evidence evidence = step.evidence();
        if (evidence.callsPerSecond() == 0) {
            return "no calls between them";
        }
        return writer.figures().number(evidence.callsPerSecond()) + " calls/s between them: "
                + writer.figures().percent(evidence.ofCallersCalls()) + " of the caller’s calls, "
                + writer.figures().percent(evidence.ofCalleesCallers()) + " of those the other gets";
    }

    /** A saving as a difference: what is saved is less. */
    String saving(double saving) {
        return writer.signed(measure(), -saving);
    }

    String amount(Measure measure, double value) {
        return writer.amount(measure, value);
    }

    String units(int count) {
        return count == 1 ? "1 unit" : writer.figures().count(count) + " units";
    }

    Measure measure() {
        return time() ? Measure.P99_MS : Measure.COST;
    }

    boolean time() {
        return !advised.question().aim().inMoney();
    }

    private Advice advice() {
        return advised.merges().advice();
    }
}
