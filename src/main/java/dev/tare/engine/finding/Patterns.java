package dev.tare.engine.finding;

import dev.tare.engine.Finding;
import dev.tare.engine.Findings;
import dev.tare.engine.Subject;
import dev.tare.engine.Unchecked;
import java.util.Comparator;
import java.util.List;

/** Every pattern there is, in the order of their table of contents. */
public final class Patterns {
    private static final List<Pattern> ALL = List.of(
            new SidecarExplosion(),
            new MonitoringParadox(),
            new DistributedMonolith(),
            new ChattyPair(),
            new ContainerGolf(),
            new FrozenEntropy(),
            new MutableTags(),
            new RequestsAboveUse(),
            new NoScaleProblem(),
            new RuntimeWorkaround(),
            new StaticSite(),
            new ScheduledJob(),
            new SmallMesh(),
            new SupplyChainReach(),
            new TeamMirror());

    private Patterns() {}

    /** Looks for all of them. */
    public static Findings lookFor(Subject subject) {
        if (subject.graph().services().isEmpty()) {
            return new Findings(List.of(), List.of());
        }
        Look look = new Look(subject);
        List<Outcome> outcomes = ALL.stream().map(pattern -> pattern.look(look)).toList();
        return new Findings(found(outcomes), unchecked(outcomes));
    }

    /** The codes of all patterns, in their order. */
    public static List<String> codes() {
        return ALL.stream().map(Pattern::code).toList();
    }

    private static List<Finding> found(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome.Found.class::isInstance).map(Outcome.Found.class::cast)
                .map(Outcome.Found::finding)
                .sorted(Comparator.comparingDouble(finding -> -finding.monthly().likely())).toList();
    }

    private static List<Unchecked> unchecked(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome.Missing.class::isInstance).map(Outcome.Missing.class::cast)
                .map(Outcome.Missing::unchecked).toList();
    }
}
