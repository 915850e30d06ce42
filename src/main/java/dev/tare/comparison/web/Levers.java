package dev.tare.comparison.web;

import dev.tare.engine.Blocker.Reason;
import dev.tare.engine.MergeAdvice.Lever;
import java.util.List;

/** Which rules hold plans back, and what each costs. */
record Levers(AdviceWords words) {
    /** A rule and what the best plan without it would save beyond the one advised. */
    record Row(String rule, String weight, String saving) {}

    List<Row> rows() {
        return words.advised().merges().levers().stream()
                .filter(lever -> lever.saving() > 0 && lever.saving() >= words.worth().least())
                .map(lever -> new Row(name(lever.rule()), words.amount(lever.weight()), words.saving(lever.saving())))
                .toList();
    }

    /** What would change the advice most. */
    String sentence() {
        List<Lever> levers = words.advised().merges().levers();
        if (levers.isEmpty()) {
            return blocked();
        }
        Lever first = levers.getFirst();
        if (first.saving() < Math.max(words.worth().least(), Double.MIN_VALUE)) {
            return "No rule holds much back: without any one of them the best plan would save less than "
                    + words.amount(words.worth().least()) + " more.";
        }
        return name(first.rule()) + " would save " + words.amount(first.saving())
                + (words.time() ? " more of a slow request." : " more a month.");
    }

    private String blocked() {
        if (words.advice().best() == words.advice().path().size() - 1) {
            return "There is nothing left to merge.";
        }
        String start = words.advised().verdict().stay() ? "To merge more, " : "Beyond that ";
        return start + words.next().map(blocker -> broken(blocker.reason())).orElse(
                words.time() ? "a merge takes no time off a slow request." : "a merge costs more than it saves.");
    }

    private static String broken(Reason reason) {
        return switch (reason) {
            case TEAM -> "teams would share a process.";
            case RUNTIME -> "services in different languages would share a process, so some would be rewritten.";
            case ISOLATION -> "services that need isolation would lose it.";
            case PLACEMENT -> "services that follow nodes would share a process with services that follow load.";
            case APART -> "services set apart would share a process.";
            case MEMORY -> "a process would take more memory than allowed.";
            case NO_CALLS -> "services that do not call each other would share a process.";
            case LATENCY -> "slow requests would take longer than allowed.";
        };
    }

    /** A rule left out, as something that could be done. */
    private static String name(Reason reason) {
        return switch (reason) {
            case TEAM -> "Teams sharing a process";
            case RUNTIME -> "One language for all";
            case ISOLATION -> "No need for isolation";
            case PLACEMENT -> "One way of placing all";
            case APART -> "Lifting what is set apart";
            case MEMORY -> "No limit on memory";
            case NO_CALLS -> "Merging what does not call each other";
            case LATENCY -> "No limit on slow requests";
        };
    }
}
