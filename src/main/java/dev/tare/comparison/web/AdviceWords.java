package dev.tare.comparison.web;

import dev.tare.comparison.Advised;
import dev.tare.comparison.Quantiles;
import dev.tare.comparison.Verdict;
import dev.tare.comparison.Worth;
import dev.tare.engine.Advice;
import dev.tare.engine.Advice.Split;
import dev.tare.engine.Advice.Step;
import dev.tare.engine.Blocker;
import dev.tare.engine.Evidence;
import dev.tare.engine.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says advice in plain words. */
record AdviceWords(Advised advised, Writer writer) {
    private static final int NAMED_AT_MOST = 3;
    private static final int SPLITS_SHOWN = 5;

    /** The advice in one sentence. */
    String headline() {
        double saving = advice().today().weight() - advice().weight();
        return switch (advised.verdict()) {
            case CHANGE -> split().isEmpty() ? change() + saves(saving) : first(split().getFirst());
            case OBEY -> change() + " is what the rules ask for; it costs " + amount(-saving)
                    + (time() ? " of a slow request." : " a month.");
            case STAY -> "Stay as you are: no grouping that keeps the rules " + (time() ? "is faster." : "is cheaper.");
            case STAY_FOR_LITTLE -> "Stay as you are: the best change" + saves(saving).replaceFirst("\\.$", "")
                    + ", which is too little to tell from nothing.";
            case STAY_UNSURE -> "Stay as you are: the best change" + saves(saving).replaceFirst("\\.$", "")
                    + " at likely figures, but in " + worse() + " of 100 draws it is the worse one.";
            case NONE -> "No plan found keeps the limit on slow requests: "
                    + advice().path().get(advice().best()).blockers().stream().findFirst()
                            .map(blocker -> Merged.words(this, blocker)).orElse("all take longer")
                    + ".";
        };
    }

    private List<Split> split() {
        return advice().today().splits().stream().filter(split -> split.saving() >= worth().least()).toList();
    }

    /** What to take out of what it shares, and what else there is to gain. */
    private String first(Split split) {
        String alone = "Split " + advised.services().get(split.service()) + " out of the unit it shares: that alone"
                + saves(split.saving());
        double saving = advice().today().weight() - advice().weight();
        return saving > split.saving() * (1 + 1e-6) ? alone + " All in all, " + lower(change()) + saves(saving) : alone;
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private String saves(double saving) {
        return time() ? " takes " + amount(saving) + " off a slow request." : " saves " + amount(saving) + " a month.";
    }

    private String worse() {
        return String.valueOf(Math.round(100 * (1 - worth().cheaper())));
    }

    private String change() {
        int best = advice().path().get(advice().best()).units();
        int today = advised.unitsToday();
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

    /** How sure the saving is, over the draws; empty where there is none to speak of. */
    String drawn() {
        Quantiles saving = worth().saving();
        if (saving == null || advised.verdict() == Verdict.STAY || range(saving).isEmpty()) {
            return "";
        }
        String from = advised.verdict().stay() ? "The best change saves " : "It saves ";
        return from + range(saving) + " in 80 of 100 draws of all assumptions, and is the better one in "
                + Math.round(100 * worth().cheaper()) + " of 100.";
    }

    /** Why not further, and what would change it. */
    String beyond() {
        return new Levers(this).sentence();
    }

    /** What is compared. */
    String facts() {
        String shape = advised.shape() + (advised.runs() ? ", as today" : "");
        List<String> facts = new ArrayList<>(List.of(shape, "today in " + units(advised.unitsToday()), teams()));
        Double memory = advised.question().memory();
        if (memory != null) {
            facts.add("at most " + writer.amount(Measure.MEMORY, memory) + " in a process");
        }
        advised.question().times().forEach(time -> facts.add((time.entry() == null ? "" : time.entry() + " ")
                + "p99 at most " + writer.amount(Measure.P99_MS, time.ms())));
        return String.join(" · ", facts);
    }

    private String teams() {
        if (advised.question().teams().apart()) {
            return "teams never share a unit";
        }
        double price = advised.question().teams().usdPerFurther();
        return price == 0
                ? "teams may share a unit"
                : "each further team in a unit counts as " + writer.amount(Measure.COST, price) + " a month";
    }

    /** How sure the answer is. */
    String proof() {
        if (advice().exact()) {
            return "Proven: no grouping that keeps the rules weighs less, with every assumption at its likely value.";
        }
        String found = "The best plan found by searching; a better one is not ruled out";
        double gap = (advice().weight() - advice().bound()) / advice().weight();
        return Double.isNaN(advice().bound())
                ? found + "."
                : found + ", but none weighs less than " + amount(advice().bound()) + ", "
                        + writer.figures().percent(gap) + " below it.";
    }

    /** Services to take out of the unit they run in today. */
    List<String> splits() {
        return advice().today().splits().stream().limit(SPLITS_SHOWN)
                .map(split -> advised.services().get(split.service()) + " by itself would save "
                        + amount(split.saving()))
                .toList();
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
        return few(IntStream.range(0, before.length).filter(i -> before[i] == before[service])
                .mapToObj(i -> advised.services().get(i)).toList());
    }

    /** A few names, or the first and how many more. */
    static String few(List<String> names) {
        return names.size() <= NAMED_AT_MOST
                ? String.join(", ", names)
                : names.getFirst() + " and " + (names.size() - 1) + " more";
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
        return writer.signed(measure(), -cents(measure(), saving));
    }

    /** Both ends of what is saved; nothing where nothing is. */
    String range(Quantiles saving) {
        String low = writer.signed(measure(), cents(measure(), saving.p10())).replace("+", "");
        String high = writer.signed(measure(), cents(measure(), saving.p90())).replace("+", "");
        return low.equals(high) ? high.equals("0") ? "" : high : low + " to " + high;
    }

    String amount(double value) {
        return amount(measure(), value);
    }

    String amount(Measure measure, double value) {
        return Double.isNaN(value) ? "" : writer.amount(measure, cents(measure, value));
    }

    /** Nobody saves half a cent. */
    private static double cents(Measure measure, double value) {
        return measure == Measure.COST ? Math.rint(value * 100) / 100 : value;
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

    Worth worth() {
        return advised.worth();
    }

    Advice advice() {
        return advised.merges().advice();
    }

    /** The first rule that stands against going further along the path; none where money does. */
    Optional<Blocker> next() {
        return advice().best() == advice().path().size() - 1
                ? Optional.empty()
                : advice().path().get(advice().best() + 1).blockers().stream().findFirst();
    }
}
