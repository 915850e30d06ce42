package dev.tare.engine.finding;

import dev.tare.engine.Bill.Part;
import dev.tare.engine.CallGraph;
import dev.tare.engine.Range;
import dev.tare.engine.Sentence.Unit;
import dev.tare.engine.Sentence;
import java.util.List;
import java.util.TreeSet;

/**
 * Images built long ago, runtimes nobody mends any more. Rebuilds them once a month, which costs something: releases
 * that are not made today.
 */
final class FrozenEntropy implements Pattern {
    private static final int LISTED = 3;
    private static final List<Part> LINES = List.of(Part.IMAGES);

    @Override
    public String code() {
        return "frozen-entropy";
    }

    @Override
    public String title() {
        return "Frozen entropy";
    }

    @Override
    public Outcome look(Look look) {
        boolean known = !look.all(s -> !Double.isNaN(look.facts(s).imageAgeDays()) || look.facts(s).runtimeKnown())
                .isEmpty();
        if (!known) {
            return unchecked("image.builtAt", "when images were built, and the versions of runtimes");
        }
        List<Integer> old = look.all(s -> look.facts(s).imageAgeDays() >= look.threshold(Threshold.AGE));
        List<Integer> unsupported = look.all(s -> look.facts(s).unsupportedDays() > 0);
        return old.isEmpty() && unsupported.isEmpty() ? CLEAR : frozen(look, old, unsupported);
    }

    private Outcome frozen(Look look, List<Integer> old, List<Integer> unsupported) {
        TreeSet<Integer> both = new TreeSet<>(old);
        both.addAll(unsupported);
        List<Integer> services = List.copyOf(both);
        CallGraph rebuilt = Changed.services(look.graph, services,
                draft -> draft.deploys = Double.isNaN(draft.deploys) ? draft.deploys : Math.max(1, draft.deploys));
        return found(services, evidence(look, old, unsupported), cost(look.saving(rebuilt, look.today, LINES)), LINES,
                Sentence.of(unsupported.isEmpty() ? "" : "Move to a supported release; then r").say(unsupported
                        .isEmpty() ? "Rebuild and release " : "ebuild and release ")
                        .say(look.names(services) + " at least once a month."));
    }

    private static Sentence.Draft evidence(Look look, List<Integer> old, List<Integer> unsupported) {
        Sentence.Draft evidence = Sentence.of("");
        if (!old.isEmpty()) {
            double oldest = old.stream().mapToDouble(s -> look.facts(s).imageAgeDays()).max().orElse(0);
            evidence.count(old.size(), "image").say(" built ")
                    .figure(look.threshold(Threshold.AGE), Unit.COUNT).say(" days ago or more, the oldest ")
                    .figure(oldest, Unit.COUNT).say(" days. ");
        }
        for (int service : unsupported.stream().limit(LISTED).toList()) {
            evidence.say(look.service(service).name() + " runs on " + look.facts(service).runtime()
                    + ", out of support for ").count(Math.round(look.facts(service).unsupportedDays()), "day")
                    .say(". ");
        }
        return unsupported.size() > LISTED
                ? evidence.count(unsupported.size() - (long) LISTED, "more runtime").say(" likewise.")
                : evidence;
    }

    /** Releasing more often never saves. */
    private static Range cost(Range saving) {
        return Look.most(saving, 0);
    }
}
