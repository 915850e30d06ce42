package dev.tare.comparison.web;

import dev.tare.comparison.Advised;
import dev.tare.engine.Blocker;
import dev.tare.engine.Measure;
import dev.tare.engine.Blocker.Reason;
import dev.tare.engine.MergeQuestion.Aim;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the rules of merging and its aims are called in addresses and on pages. */
final class Merged {
    private Merged() {}

    static String id(Aim aim) {
        return switch (aim.least()) {
            case COST -> "cost";
            case P99 -> "p99";
            case BOTH -> AdviceRequest.WEIGHTED;
        };
    }

    static String id(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The services that show why; none where the whole plan does. */
    static List<String> services(Advised advised, Blocker blocker) {
        return IntStream.of(blocker.a(), blocker.b()).filter(each -> each >= 0)
                .mapToObj(each -> advised.services().get(each)).toList();
    }

    /** Why not, in words. */
    static String words(AdviceWords words, Blocker blocker) {
        String both = String.join(" and ", services(words.advised(), blocker));
        return switch (blocker.reason()) {
            case RUNTIME -> both + " run in different languages: one of them would have to be rewritten";
            case ISOLATION -> both + " need to be kept apart: their needs for isolation differ";
            case PLACEMENT -> both + " are placed differently: one follows nodes, the other load";
            case TEAM -> both + " belong to different teams, which would share a process";
            case APART -> both + " are set to stay apart";
            case MEMORY -> both + " would share a process of " + words.amount(Measure.MEMORY, blocker.found())
                    + ", more than the " + words.amount(Measure.MEMORY, blocker.limit()) + " allowed";
            case NO_CALLS -> both + " do not call each other";
            case LATENCY -> "99 of 100 requests" + (both.isEmpty() ? "" : " at " + both) + " would take up to "
                    + words.amount(Measure.P99_MS, blocker.found()) + ", more than the "
                    + words.amount(Measure.P99_MS, blocker.limit()) + " allowed";
        };
    }
}
